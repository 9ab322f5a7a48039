namespace LambdaHooks.Timeline;

/// <summary>
/// A set of instants, written as the fewest half-open intervals: ascending, none empty, no two that overlap or touch.
/// </summary>
/// <remarks>
/// Immutable. Two sets are equal when they contain the same instants, however they came about, so that the laws of sets hold exactly.
/// What combines two sets takes time and memory in proportion to their intervals together. Times must lie within
/// <see cref="MediaTime.Limit"/>, or far enough from the ends of 64 bits that lengths do not overflow.
/// <code>
/// a          |------|     |--|
/// b              |------|
/// Union      |----------| |--|
/// Intersect      |--|
/// Subtract   |---|        |--|
/// </code>
/// </remarks>
public sealed class IntervalSet : IEquatable<IntervalSet>
{
    private readonly Interval[] intervals;

    private IntervalSet(Interval[] intervals) => this.intervals = intervals;

    /// <summary>The set of no instants.</summary>
    public static IntervalSet Empty { get; } = new([]);

    /// <summary>The intervals, ascending; between one and the next lies at least a microsecond.</summary>
    public IReadOnlyList<Interval> Intervals => intervals;

    /// <summary>True when no instant lies inside.</summary>
    public bool IsEmpty => intervals.Length == 0;

    /// <summary>How long all intervals are together, 0 or more.</summary>
    public MediaTime Length
    {
        get
        {
            var length = MediaTime.Zero;
            foreach (var interval in intervals)
            {
                length += interval.Length;
            }

            return length;
        }
    }

    private int Edges => 2 * intervals.Length;

    /// <summary>What any of the intervals contains; they may overlap, be empty and come in any order.</summary>
    public static IntervalSet Of(params IEnumerable<Interval> intervals)
    {
        Interval[] sorted = [.. intervals.Where(i => !i.IsEmpty)];
        Array.Sort(sorted);
        return Join(sorted, MediaTime.Zero);
    }

    /// <summary>What either contains.</summary>
    public IntervalSet Union(IntervalSet other) => Combine(other, static (here, there) => here || there);

    /// <summary>What both contain.</summary>
    public IntervalSet Intersect(IntervalSet other) => Combine(other, static (here, there) => here && there);

    /// <summary>What this contains and the other does not.</summary>
    public IntervalSet Subtract(IntervalSet other) => Combine(other, static (here, there) => here && !there);

    /// <summary>What this does not contain of an interval.</summary>
    public IntervalSet Gaps(Interval within) => Of(within).Subtract(ClampTo(within));

    /// <summary>What this contains of an interval, in logarithmic time and that of the result.</summary>
    public IntervalSet ClampTo(Interval bounds)
    {
        var (first, end) = (EdgesUntil(bounds.Start) / 2, (EdgesUntil(bounds.End) + 1) / 2);
        var inside = new List<Interval>(end - first);
        foreach (var interval in intervals.AsSpan(first..end))
        {
            if (interval.Overlap(bounds) is { IsEmpty: false } part)
            {
                inside.Add(part);
            }
        }

        return new IntervalSet([.. inside]);
    }

    /// <summary>The same with each gap shorter than a collar filled.</summary>
    /// <param name="collar">0, which fills nothing, or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The collar is negative.</exception>
    public IntervalSet Support(MediaTime collar)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(collar, MediaTime.Zero);
        return Join(intervals, collar);
    }

    /// <summary>The same instants, moved.</summary>
    public IntervalSet Shift(MediaTime by) => new(Array.ConvertAll(intervals, i => i.Shift(by)));

    /// <summary>Whether an instant lies inside, in logarithmic time.</summary>
    public bool Contains(MediaTime instant) => IsInside(EdgesUntil(instant));

    /// <summary>Whether all instants of an interval lie inside, in logarithmic time; true of an empty interval.</summary>
    public bool Covers(Interval interval)
    {
        var edges = EdgesUntil(interval.Start);
        return interval.IsEmpty || (IsInside(edges) && Edge(edges) >= interval.End);
    }

    /// <inheritdoc/>
    public bool Equals(IntervalSet? other) => other is not null && intervals.AsSpan().SequenceEqual(other.intervals);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IntervalSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var interval in intervals)
        {
            hash.Add(interval);
        }

        return hash.ToHashCode();
    }

    /// <summary>The intervals in seconds, such as <c>[0, 1.5) ∪ [2, 3)</c>; <c>∅</c> without any.</summary>
    public override string ToString() => IsEmpty ? "∅" : string.Join(" ∪ ", intervals);

    /// <summary>Whether one is inside after so many starts and ends.</summary>
    private static bool IsInside(int edges) => edges % 2 == 1;

    private static IntervalSet Join(Interval[] sorted, MediaTime collar)
    {
        var joined = new List<Interval>(sorted.Length);
        foreach (var interval in sorted)
        {
            if (joined.Count > 0 && IsJoined(joined[^1].Gap(interval), collar))
            {
                joined[^1] = joined[^1].Hull(interval);
            }
            else
            {
                joined.Add(interval);
            }
        }

        return new IntervalSet([.. joined]);
    }

    private static bool IsJoined(MediaTime gap, MediaTime collar) => gap == MediaTime.Zero || gap < collar;

    /// <summary>Walks the starts and ends of both at once; whatever is kept between two of them is part of the result.</summary>
    private IntervalSet Combine(IntervalSet other, Func<bool, bool, bool> isKept)
    {
        var kept = new List<Interval>();
        var (here, there) = (0, 0);
        MediaTime? start = null;
        while (here < Edges || there < other.Edges)
        {
            var at = here == Edges ? other.Edge(there) : there == other.Edges ? Edge(here) : MediaTime.Min(Edge(here), other.Edge(there));
            here += here < Edges && Edge(here) == at ? 1 : 0;
            there += there < other.Edges && other.Edge(there) == at ? 1 : 0;
            var inside = isKept(IsInside(here), IsInside(there));
            if (start is { } from && !inside)
            {
                kept.Add(new Interval(from, at));
            }

            start = inside ? start ?? at : null;
        }

        return new IntervalSet([.. kept]);
    }

    /// <summary>Starts and ends in turn, each later than the one before.</summary>
    private MediaTime Edge(int edge) => edge % 2 == 0 ? intervals[edge / 2].Start : intervals[edge / 2].End;

    /// <summary>How many starts and ends lie at an instant or before it.</summary>
    private int EdgesUntil(MediaTime instant)
    {
        var (low, high) = (0, Edges);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Edge(middle) <= instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
