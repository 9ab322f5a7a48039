namespace LambdaHooks.Consolidation.Measures;

/// <summary>One unit an annotator placed on a continuum, in any unit of time.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends; not before its start.</param>
/// <param name="Category">What it was called, or null.</param>
public readonly record struct ContinuumUnit(double Start, double End, string? Category);

/// <summary>What several annotators placed on one continuum (one clip, one track).</summary>
/// <param name="Annotators">For each annotator their units, in any order; an annotator may have none.</param>
public sealed record Continuum(IReadOnlyList<IReadOnlyList<ContinuumUnit>> Annotators);

/// <summary>How gamma is computed.</summary>
public sealed record GammaOptions
{
    /// <summary>Weight of the distance in place.</summary>
    public double Alpha { get; init; } = 1;

    /// <summary>Weight of the distance in category.</summary>
    public double Beta { get; init; } = 1;

    /// <summary>Cost of a unit that is paired with nothing.</summary>
    public double DeltaEmpty { get; init; } = 1;

    /// <summary>Sampled continua that the expected disorder is first estimated from.</summary>
    public int Samples { get; init; } = 30;

    /// <summary>Seed of the sampler: the same seed and input give the same figure.</summary>
    public ulong Seed { get; init; } = 20261122;
}

/// <summary>The alignment of least disorder.</summary>
/// <param name="Disorder">Its disorder.</param>
/// <param name="Tuples">For each unitary alignment the index of every annotator's unit, -1 where the annotator has none in it.</param>
/// <param name="IsProven">False where the search was cut short and a better alignment may exist.</param>
public sealed record BestAlignment(double Disorder, IReadOnlyList<int[]> Tuples, bool IsProven);

/// <summary>Gamma of a batch of continua.</summary>
/// <param name="Gamma">1 minus observed over expected disorder; 1 is full agreement, 0 what chance gives.</param>
/// <param name="GammaCat">The same for categories alone, over the units that were aligned.</param>
/// <param name="ObservedDisorder">Mean disorder of the best alignments.</param>
/// <param name="ExpectedDisorder">Mean disorder of the sampled continua.</param>
/// <param name="Samples">How many continua were sampled.</param>
public sealed record GammaResult(Measure Gamma, Measure GammaCat, double? ObservedDisorder, double? ExpectedDisorder, int Samples);

/// <summary>The gamma measure of Mathet, Widlöcher and Métivier (2015), and gamma-cat (Mathet 2017).</summary>
public static class Gamma
{
    /// <summary>The exact best alignment of one continuum, ties broken the same way whatever the order of annotators and units.</summary>
    public static BestAlignment Align(Continuum continuum, GammaOptions options) => throw new NotImplementedException();

    /// <summary>Gamma and gamma-cat over one continuum or many.</summary>
    /// <param name="continua">One per clip; the order changes nothing.</param>
    /// <param name="options">How.</param>
    public static GammaResult Of(IReadOnlyList<Continuum> continua, GammaOptions options) => throw new NotImplementedException();
}
