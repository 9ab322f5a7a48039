using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>Medians: the fusion that one gross error cannot move.</summary>
internal static class Median
{
    /// <summary>The middle of sorted values; the mean of the two middle ones when there is no single middle.</summary>
    public static double Of(IReadOnlyList<double> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;

    /// <summary>The middle of times in any order, rounded down to the microsecond between two middles.</summary>
    /// <param name="times">At least one; sorted on return.</param>
    public static MediaTime Of(Span<MediaTime> times)
    {
        times.Sort();
        var (low, high) = (times[(times.Length - 1) / 2].Microseconds, times[times.Length / 2].Microseconds);
        return new MediaTime(low + ((high - low) / 2));
    }
}
