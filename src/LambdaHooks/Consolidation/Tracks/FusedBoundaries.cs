using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>
/// Fused boundaries of a whole track. On an exclusive track, where the weight splits evenly between two places far apart, one of them is a
/// slip, and halfway between them nobody put anything: the outer one is it when it runs into the neighbour, else the inner one.
/// </summary>
internal static class FusedBoundaries
{
    private const long LeastWidth = 300_000;
    private const double LeastShare = 0.35;
    private const double RunsInto = 0.25;

    /// <summary>One interval for each cluster, in their order.</summary>
    /// <param name="present">Clusters that are part of the track, by interval.</param>
    /// <param name="precision">How exactly a worker places boundaries.</param>
    /// <param name="isExclusive">True where segments of the track do not overlap.</param>
    public static Interval[] Of(IReadOnlyList<SegmentCluster> present, Func<string, double> precision, bool isExclusive)
    {
        var (fused, intervals) = (new BoundaryFusion[present.Count], new Interval[present.Count]);
        for (var i = 0; i < fused.Length; i++)
        {
            fused[i] = BoundaryFusion.Of(present[i].Placers(), precision);
            intervals[i] = fused[i].Interval;
        }

        return isExclusive ? Settled(fused, intervals) : intervals;
    }

    private static Interval[] Settled(BoundaryFusion[] fused, Interval[] intervals)
    {
        var settled = new Interval[intervals.Length];
        var latestEnd = default(MediaTime?);
        for (var i = 0; i < intervals.Length; i++)
        {
            var nextStart = i + 1 < intervals.Length ? intervals[i + 1].Start : default(MediaTime?);
            settled[i] = Settle(fused[i], intervals[i], latestEnd, nextStart);
            latestEnd = latestEnd is { } end ? MediaTime.Max(end, intervals[i].End) : intervals[i].End;
        }

        return settled;
    }

    private static Interval Settle(BoundaryFusion fused, Interval interval, MediaTime? before, MediaTime? after)
    {
        var start = IsTorn(fused.Start, interval)
            ? before is { } end && (end - fused.Start.Low).Microseconds > RunsInto * fused.Start.Width.Microseconds ? fused.Start.High : fused.Start.Low
            : interval.Start;
        var stop = IsTorn(fused.End, interval)
            ? after is { } next && (fused.End.High - next).Microseconds > RunsInto * fused.End.Width.Microseconds ? fused.End.Low : fused.End.High
            : interval.End;
        return start <= stop ? new Interval(start, stop) : interval;
    }

    private static bool IsTorn(MiddlePair pair, Interval interval) =>
        pair.Width.Microseconds > Math.Max(LeastWidth, LeastShare * interval.Length.Microseconds);
}
