namespace LambdaHooks.Timeline;

/// <summary>
/// A stretch of time, half-open: it contains its start and not its end.
/// </summary>
/// <remarks>
/// Law: <c>Start &lt;= End</c>. Equal ends make it empty, and an empty interval overlaps nothing. Two intervals that touch
/// do not overlap, and their gap is zero. <c>default</c> is the empty interval at the start of the clip.
/// Ordered by start, then end.
/// <code>
/// a          |------|
/// b              |------|
/// Overlap        |--|
/// Hull       |----------|
/// </code>
/// </remarks>
public readonly record struct Interval : IComparable<Interval>
{
    /// <summary>Makes an interval.</summary>
    /// <param name="start">First instant inside.</param>
    /// <param name="end">First instant after it.</param>
    /// <exception cref="ArgumentException">The end lies before the start.</exception>
    public Interval(MediaTime start, MediaTime end)
    {
        if (end < start)
        {
            throw new ArgumentException($"An interval cannot end ({end} s) before it starts ({start} s).", nameof(end));
        }

        Start = start;
        End = end;
    }

    /// <summary>First instant inside.</summary>
    public MediaTime Start { get; }

    /// <summary>First instant after it.</summary>
    public MediaTime End { get; }

    /// <summary>Distance from start to end, 0 or more.</summary>
    public MediaTime Length => End - Start;

    /// <summary>True when no instant lies inside.</summary>
    public bool IsEmpty => Start == End;

    /// <summary>An interval between two numbers of seconds.</summary>
    /// <exception cref="ArgumentException">The end lies before the start, or a time is out of range.</exception>
    public static Interval Seconds(decimal start, decimal end) => new(MediaTime.FromSeconds(start), MediaTime.FromSeconds(end));

    /// <summary>What both contain; empty, at the later start, when they share nothing.</summary>
    public Interval Overlap(Interval other)
    {
        var start = MediaTime.Max(Start, other.Start);
        return new Interval(start, MediaTime.Max(start, MediaTime.Min(End, other.End)));
    }

    /// <summary>The smallest interval that contains both.</summary>
    public Interval Hull(Interval other) => new(MediaTime.Min(Start, other.Start), MediaTime.Max(End, other.End));

    /// <summary>The distance between the two, zero when they touch or overlap.</summary>
    public MediaTime Gap(Interval other) =>
        MediaTime.Max(MediaTime.Zero, MediaTime.Max(Start, other.Start) - MediaTime.Min(End, other.End));

    /// <summary>What remains inside another interval; empty at its nearer edge when nothing does.</summary>
    public Interval ClampTo(Interval bounds)
    {
        var start = MediaTime.Min(MediaTime.Max(Start, bounds.Start), bounds.End);
        return new Interval(start, MediaTime.Max(start, MediaTime.Min(End, bounds.End)));
    }

    /// <summary>
    /// Intersection over union, the Jaccard index of the two sets of instants: 1 for equal intervals, 0 where nothing is shared.
    /// Two equal empty intervals give 1.
    /// </summary>
    public double OverlapRatio(Interval other)
    {
        var shared = Overlap(other).Length.Microseconds;
        var union = Length.Microseconds + other.Length.Microseconds - shared;
        return union == 0 ? (Start == other.Start ? 1 : 0) : shared / (double)union;
    }

    /// <summary>The same length, moved.</summary>
    public Interval Shift(MediaTime by) => new(Start + by, End + by);

    /// <inheritdoc/>
    public int CompareTo(Interval other) => Start == other.Start ? End.CompareTo(other.End) : Start.CompareTo(other.Start);

    /// <summary><c>[start, end)</c> in seconds.</summary>
    public override string ToString() => $"[{Start}, {End})";

#pragma warning disable CS1591 // The order stated above.
    public static bool operator <(Interval a, Interval b) => a.CompareTo(b) < 0;

    public static bool operator >(Interval a, Interval b) => a.CompareTo(b) > 0;

    public static bool operator <=(Interval a, Interval b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Interval a, Interval b) => a.CompareTo(b) >= 0;
#pragma warning restore CS1591
}
