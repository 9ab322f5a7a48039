using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>
/// The intervals of one side of a matching as plain microseconds, widened where they are short, in the order they came (by start).
/// </summary>
internal sealed class Marks
{
    /// <summary>Segments shorter than this are widened for matching: a marked click is never as exact as a sentence.</summary>
    public const long ShortBelow = 500_000;

    /// <summary>By so much on each side.</summary>
    public const long Widening = 125_000;

    private readonly long[] places;
    private readonly long[] starts;
    private readonly long[] ends;
    private readonly long[] latestEnds;

    public Marks(IReadOnlyList<Interval> intervals)
    {
        places = new long[intervals.Count];
        starts = new long[intervals.Count];
        ends = new long[intervals.Count];
        latestEnds = new long[intervals.Count];
        for (var i = 0; i < starts.Length; i++)
        {
            var widened = Widened(intervals[i]);
            places[i] = intervals[i].Start.Microseconds;
            starts[i] = widened.Start.Microseconds;
            ends[i] = widened.End.Microseconds;
            latestEnds[i] = i == 0 ? ends[i] : Math.Max(latestEnds[i - 1], ends[i]);
        }
    }

    public int Count => starts.Length;

    public static Interval Widened(Interval interval) => interval.Length.Microseconds >= ShortBelow
        ? interval
        : new Interval(interval.Start - new MediaTime(Widening), interval.End + new MediaTime(Widening));

    /// <summary>Where the mark itself starts: never earlier than the one before it, as widened starts can be.</summary>
    public long Place(int mark) => places[mark];

    public long Start(int mark) => starts[mark];

    public long End(int mark) => ends[mark];

    /// <summary>The latest end among this mark and all before it.</summary>
    public long LatestEnd(int mark) => latestEnds[mark];

    /// <summary>Index of the first mark that itself starts at or after a time.</summary>
    public int FirstFrom(long time)
    {
        var (low, high) = (0, places.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = places[middle] < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Intersection over union of two marks, 0 where they share nothing.</summary>
    public static double OverlapRatio(Marks a, int i, Marks b, int j)
    {
        var shared = Math.Min(a.ends[i], b.ends[j]) - Math.Max(a.starts[i], b.starts[j]);
        return shared <= 0 ? 0 : shared / (double)(Math.Max(a.ends[i], b.ends[j]) - Math.Min(a.starts[i], b.starts[j]));
    }
}
