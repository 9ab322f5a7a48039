namespace LambdaHooks.Consolidation.Measures;

/// <summary>
/// How far two units lie apart, in multiples of the cost of an empty pairing: the combined dissimilarity of Mathet, Widlöcher and
/// Métivier (2015), with a categorical part that is 0 or 1.
/// </summary>
/// <remarks>
/// The place counts the square of (|difference of starts| + |difference of ends|) / (sum of lengths). Two instants without a length
/// are equal or infinitely far apart, which is the limit of ever shorter units.
/// </remarks>
internal readonly record struct Dissimilarity(double Alpha, double Beta)
{
    public double Of(double startA, double endA, int categoryA, double startB, double endB, int categoryB) =>
        (Alpha == 0 ? 0 : Alpha * Place(startA, endA, startB, endB)) + (categoryA == categoryB ? 0 : Beta);

    /// <summary>The part of the place alone, not weighted.</summary>
    public static double Place(double startA, double endA, double startB, double endB)
    {
        var apart = Math.Abs(startA - startB) + Math.Abs(endA - endB);
        if (apart == 0)
        {
            return 0;
        }

        var ratio = apart / (endA - startA + (endB - startB));
        return ratio * ratio;
    }

    /// <summary>How large the ratio of the place may be at most where the whole must not exceed a bound.</summary>
    public double Reach(double bound) => Alpha == 0 ? double.PositiveInfinity : Math.Sqrt(bound / Alpha);
}
