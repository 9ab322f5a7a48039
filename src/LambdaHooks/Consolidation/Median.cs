using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>Medians: the fusion that one gross error cannot move.</summary>
internal static class Median
{
    /// <summary>The middle of sorted values; the mean of the two middle ones when there is no single middle.</summary>
    public static double Of(IReadOnlyList<double> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;

    /// <summary>The middle of times in any order, rounded down to the microsecond between two middles.</summary>
    public static MediaTime Of(IEnumerable<MediaTime> times)
    {
        var sorted = times.Select(t => t.Microseconds).Order().ToArray();
        var (low, high) = (sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]);
        return new MediaTime(low + ((high - low) / 2));
    }
}
