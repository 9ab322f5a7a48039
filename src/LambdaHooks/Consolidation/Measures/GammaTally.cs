namespace LambdaHooks.Consolidation.Measures;

/// <summary>What an alignment adds up to: cost and units for gamma, weighted categories for gamma-cat.</summary>
/// <param name="Cost">Cost of all tuples.</param>
/// <param name="MeanUnits">Mean number of units of an annotator.</param>
/// <param name="Apart">Weight of the aligned pairs whose categories differ.</param>
/// <param name="Weight">Weight of all aligned pairs.</param>
/// <param name="IsProven">False where the alignment may not be the best.</param>
internal readonly record struct GammaTally(double Cost, double MeanUnits, double Apart, double Weight, bool IsProven)
{
    public static readonly GammaTally None = new(0, 0, 0, 0, true);

    /// <summary>The disorder of the alignment.</summary>
    public double Disorder => Cost / MeanUnits;

    /// <summary>
    /// The disorder of the categories (Mathet 2017): mean over the aligned pairs, each weighing as much as it is close, 1 less the
    /// dissimilarity of its places, and as little as its tuple is large, so that a unit counts once.
    /// </summary>
    public double? CategoryDisorder => Weight > 0 ? Apart / Weight : null;

    public static GammaTally operator +(GammaTally a, GammaTally b) =>
        new(a.Cost + b.Cost, a.MeanUnits + b.MeanUnits, a.Apart + b.Apart, a.Weight + b.Weight, a.IsProven && b.IsProven);

    /// <summary>Aligns a table and adds up.</summary>
    public static GammaTally Of(UnitTable units, GammaOptions options)
    {
        var (groups, isProven) = Aligner.Groups(units, options);
        var (cost, apart, weight) = (0.0, 0.0, 0.0);
        var dissimilarity = new Dissimilarity(options.Alpha, options.Beta);
        foreach (var group in groups)
        {
            cost += Aligner.Cost(units, dissimilarity, group);
            for (var i = 1; i < group.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var close = Closeness(units, options.Alpha, group[j], group[i]) / (group.Length - 1);
                    weight += close;
                    apart += units.Categories[group[i]] == units.Categories[group[j]] ? 0 : close;
                }
            }
        }

        return new GammaTally(cost * options.DeltaEmpty, units.MeanUnits, apart, weight, isProven);
    }

    private static double Closeness(UnitTable units, double alpha, int a, int b) =>
        Math.Max(0, 1 - (alpha * Dissimilarity.Place(units.Starts[a], units.Ends[a], units.Starts[b], units.Ends[b])));
}
