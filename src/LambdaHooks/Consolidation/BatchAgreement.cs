using LambdaHooks.Consolidation.Measures;

namespace LambdaHooks.Consolidation;

/// <summary>How much the workers of a batch agree: those whose answers count, on what at least two of them did.</summary>
/// <param name="Tracks">By category of track, ordinally.</param>
/// <param name="Questions">By whole-clip question, ordinally.</param>
public sealed record BatchAgreement(IReadOnlyList<CategoryAgreement> Tracks, IReadOnlyList<QuestionAgreement> Questions);

/// <summary>Agreement on the tracks of one category.</summary>
/// <param name="Category">The category.</param>
/// <param name="Kind">What its segments are.</param>
/// <param name="F1">Mean over tracks of the mean pairwise F1 at an overlap of one half.</param>
/// <param name="Overlap">Mean over tracks of the mean pairwise intersection over union.</param>
/// <param name="LabelAlpha">Krippendorff's alpha (nominal) of the labels that segments got which several workers marked.</param>
public sealed record CategoryAgreement(string Category, TrackKind Kind, Measure F1, Measure Overlap, Measure LabelAlpha)
{
    /// <summary>Gamma of the category's tracks; null where it was not asked for.</summary>
    public Measure? Gamma { get; init; }

    /// <summary>Gamma-cat; null where gamma was not asked for.</summary>
    public Measure? GammaCat { get; init; }
}

/// <summary>Agreement on one whole-clip question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Measure">Which measure: <c>alpha-nominal</c> for choices, <c>alpha-masi</c> for sets, <c>alpha-ordinal</c> for ratings, <c>alpha-interval</c> for numbers, <c>word-error-rate</c> for texts.</param>
/// <param name="Value">The figure.</param>
public sealed record QuestionAgreement(string Question, string Measure, Measure Value);

/// <summary>How thoroughly agreement is measured.</summary>
public sealed record AgreementOptions
{
    /// <summary>What takes no time worth mentioning: no gamma, and intervals only for means.</summary>
    public static AgreementOptions Quick { get; } = new();

    /// <summary>Everything.</summary>
    public static AgreementOptions Full { get; } = new() { Gamma = new GammaOptions(), AlphaResamples = 200 };

    /// <summary>How gamma is computed; null to leave it out.</summary>
    public GammaOptions? Gamma { get; init; }

    /// <summary>Most tracks of a category that gamma is computed over, spread evenly over the batch; its units tell how many it were.</summary>
    public int MostGammaTracks { get; init; } = 200;

    /// <summary>Bootstrap resamples for the interval of an alpha; 0 for no interval.</summary>
    public int AlphaResamples { get; init; }

    /// <summary>Seed of all sampling.</summary>
    public ulong Seed { get; init; } = 20261122;
}
