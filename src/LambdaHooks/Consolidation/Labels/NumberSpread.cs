namespace LambdaHooks.Consolidation.Labels;

/// <summary>How numbers lie: their middle, how far from it they are, and whether they fall into two camps.</summary>
internal static class NumberSpread
{
    /// <summary>Distance of two camps of ratings, from which on they disagree and do not merely differ.</summary>
    private const double CampsApart = 2;

    private const int LeastCamp = 2;

    /// <summary>The median and the median absolute deviation from it; finite for finite numbers.</summary>
    /// <param name="sorted">At least one number, ascending.</param>
    public static (double Median, double Deviation) Middle(IReadOnlyList<double> sorted)
    {
        var median = MiddleOf(sorted);
        return (median, MiddleOf([.. sorted.Select(v => Math.Min(double.MaxValue, Math.Abs(v - median))).Order()]));
    }

    /// <summary>Standard deviation (n - 1); null with one number.</summary>
    public static double? Deviation(IReadOnlyList<double> sorted)
    {
        if (sorted.Count < 2)
        {
            return null;
        }

        var (mean, sum) = (sorted.Average(), 0.0);
        foreach (var value in sorted)
        {
            sum += (value - mean) * (value - mean);
        }

        return Math.Sqrt(sum / (sorted.Count - 1));
    }

    /// <summary>
    /// True where ratings fall into two camps: two on each side at least, the sides at least 2 apart, and neither side as wide as that.
    /// </summary>
    /// <param name="sorted">Ratings, ascending.</param>
    public static bool IsTwoCamps(IReadOnlyList<double> sorted)
    {
        for (var i = LeastCamp; i + LeastCamp <= sorted.Count; i++)
        {
            var gap = sorted[i] - sorted[i - 1];
            if (gap >= CampsApart && sorted[i - 1] - sorted[0] < gap && sorted[^1] - sorted[i] < gap)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Halved before they are added: the sum of two large numbers may be none.</summary>
    private static double MiddleOf(IReadOnlyList<double> sorted)
    {
        var (low, high) = (sorted[(sorted.Count - 1) / 2], sorted[sorted.Count / 2]);
        return low == high ? low : (low / 2) + (high / 2);
    }
}
