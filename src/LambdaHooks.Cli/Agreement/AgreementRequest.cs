using LambdaHooks.Consolidation.Measures;
using LambdaHooks.Datasets.Annotations;

namespace LambdaHooks.Cli.Agreement;

/// <summary>What <c>agreement</c> was asked for.</summary>
/// <param name="Inputs">Files and folders, each perhaps with <c>annotator=</c> before it.</param>
/// <param name="Settings">How to measure.</param>
internal sealed record AgreementRequest(IReadOnlyList<string> Inputs, AgreementSettings Settings)
{
    /// <summary>Format of all inputs; null where each says its own.</summary>
    public AnnotationFormat? Format { get; init; }

    /// <summary>What the tiers of a TextGrid are; null for annotators, but for tracks where the annotator was named.</summary>
    public TierMeaning? TiersAre { get; init; }

    /// <summary>What the rows of tables of bare cells are; null where tables are none.</summary>
    public MatrixRows? Matrix { get; init; }

    /// <summary>True where who marked nothing on a clip's track found nothing.</summary>
    public bool EverybodySawAll { get; init; }

    /// <summary>True where JSON is written.</summary>
    public bool Json { get; init; }
}

/// <summary>What the tiers of a TextGrid are.</summary>
internal enum TierMeaning
{
    Annotators,
    Tracks,
}

/// <summary>How different two labels are.</summary>
internal enum LabelLevel
{
    Nominal,
    Ordinal,
    Interval,
    Masi,
}

/// <summary>How to measure.</summary>
/// <param name="Gamma">Settings of gamma, whose seed also is that of resampling.</param>
/// <param name="Resamples">How often clips or items are drawn anew for intervals; 0 for no intervals.</param>
/// <param name="Level">Level of labels; null for MASI where there are sets, else nominal.</param>
internal sealed record AgreementSettings(GammaOptions Gamma, int Resamples, LabelLevel? Level);
