namespace LambdaHooks.Consolidation.Measures;

/// <summary>Gamma of a batch of continua.</summary>
/// <remarks>
/// Gamma-cat is the paper's: a unit that nobody else has says nothing of categories. The figures that pygamma-agreement publishes come out
/// where such a unit counts as apart, once for each annotator without it: .895 instead of .972 on its continuum of three annotators.
/// </remarks>
/// <param name="Gamma">1 minus observed over expected disorder; 1 is full agreement, 0 what chance gives.</param>
/// <param name="GammaCat">The same for categories alone, over the units that were aligned.</param>
/// <param name="ObservedDisorder">Mean disorder of the best alignments, each clip weighing as much as it has units per annotator.</param>
/// <param name="ExpectedDisorder">Mean disorder of the sampled continua.</param>
/// <param name="Samples">How many continua were sampled.</param>
public sealed record GammaResult(Measure Gamma, Measure GammaCat, double? ObservedDisorder, double? ExpectedDisorder, int Samples)
{
    /// <summary>False where the search for a best alignment was cut short, of a clip or of a sample.</summary>
    public bool IsProven { get; init; } = true;
}
