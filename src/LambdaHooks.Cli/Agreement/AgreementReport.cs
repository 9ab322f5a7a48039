using LambdaHooks.Consolidation.Measures;

namespace LambdaHooks.Cli.Agreement;

/// <summary>Everything that is told.</summary>
/// <param name="Tracks">Figures of each track of segments, by its name.</param>
/// <param name="All">Figures over all tracks; null where there are fewer than two.</param>
/// <param name="Labels">Figures of the labels of items, by question.</param>
/// <param name="Notices">What was left out, and why.</param>
internal sealed record AgreementReport(IReadOnlyList<TrackFigures> Tracks, TrackFigures? All, IReadOnlyList<LabelFigures> Labels, IReadOnlyList<string> Notices);

/// <summary>Agreement on segments.</summary>
/// <param name="Track">The track; empty where it has no name, or for all tracks.</param>
/// <param name="Clips">How many clips have it.</param>
/// <param name="Annotators">How many people looked at it.</param>
/// <param name="Segments">How many segments they marked.</param>
internal sealed record TrackFigures(string Track, int Clips, int Annotators, int Segments)
{
    public required Measure F1At50 { get; init; }

    public required Measure F1At75 { get; init; }

    public required Measure Overlap { get; init; }

    public required GammaResult Gamma { get; init; }

    /// <summary>Krippendorff's alpha of the labels of segments that gamma's alignment takes for the same.</summary>
    public required Measure Alpha { get; init; }
}

/// <summary>Agreement on labels of items.</summary>
/// <param name="Track">The question; empty where it has no name.</param>
/// <param name="Items">How many items were labelled.</param>
/// <param name="Annotators">How many people labelled some.</param>
/// <param name="Answers">How many labels they gave.</param>
/// <param name="Level">How different two labels are.</param>
/// <param name="Alpha">Krippendorff's alpha.</param>
internal sealed record LabelFigures(string Track, int Items, int Annotators, int Answers, LabelLevel Level, Measure Alpha);
