using LambdaHooks.Consolidation;
using LambdaHooks.Consolidation.Tracks;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation.Tracks;

/// <summary>How well one partition fits another, 0 to 1 each: F1 of segments and hit rates (F) of inner boundaries, all one to one.</summary>
internal readonly record struct PartitionFigures(double F1At50, double F1At75, double HitWithinHalfASecond, double HitWithin3Seconds)
{
    public static PartitionFigures Between(IReadOnlyList<Interval> a, IReadOnlyList<Interval> b) =>
        new(F1(a, b, 0.5), F1(a, b, 0.75), HitRate(Inner(a), Inner(b), 500_000), HitRate(Inner(a), Inner(b), 3_000_000));

    public static PartitionFigures Mean(IReadOnlyCollection<PartitionFigures> figures) => new(
        figures.Average(f => f.F1At50), figures.Average(f => f.F1At75), figures.Average(f => f.HitWithinHalfASecond), figures.Average(f => f.HitWithin3Seconds));

    public static Interval[] Of(IReadOnlyList<PartitionPiece> pieces) => [.. pieces.Select(p => p.Interval)];

    public static Interval[] Of(WorkerTrack track) => [.. track.Segments.Select(s => s.Interval)];

    /// <summary>Fails unless each of the four figures is above the other's by a margin.</summary>
    public static void AssertAbove(PartitionFigures lower, PartitionFigures upper, double margin) => Assert.True(
        upper.F1At50 >= lower.F1At50 + margin && upper.F1At75 >= lower.F1At75 + margin
        && upper.HitWithinHalfASecond >= lower.HitWithinHalfASecond + margin && upper.HitWithin3Seconds >= lower.HitWithin3Seconds + margin,
        $"{upper} is not above {lower} by {margin}");

    /// <summary>Pieces of one partition do not overlap, so at most one of them shares more than half with a given piece: no assignment is needed.</summary>
    private static double F1(IReadOnlyList<Interval> a, IReadOnlyList<Interval> b, double ratio)
    {
        var taken = new HashSet<int>();
        var matches = a.Count(x => Enumerable.Range(0, b.Count).Any(i => x.OverlapRatio(b[i]) >= ratio && taken.Add(i)));
        return 2.0 * matches / (a.Count + b.Count);
    }

    private static double HitRate(long[] a, long[] b, long tolerance)
    {
        var (i, j, hits) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            var hit = Math.Abs(a[i] - b[j]) <= tolerance;
            hits += hit ? 1 : 0;
            (i, j) = hit ? (i + 1, j + 1) : a[i] < b[j] ? (i + 1, j) : (i, j + 1);
        }

        return a.Length + b.Length == 0 ? 1 : 2.0 * hits / (a.Length + b.Length);
    }

    private static long[] Inner(IReadOnlyList<Interval> pieces) => [.. pieces.Skip(1).Select(p => p.Start.Microseconds)];
}
