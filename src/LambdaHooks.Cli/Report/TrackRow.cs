using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Report;

/// <summary>What a row of a track's picture is.</summary>
internal enum RowKind
{
    /// <summary>What one worker marked.</summary>
    Worker,

    /// <summary>What a worker marked whose answers were left out.</summary>
    Excluded,

    /// <summary>The consolidated segments.</summary>
    Fused,

    /// <summary>Segments that too few workers marked.</summary>
    Candidates,
}

/// <summary>A row of a track's picture.</summary>
/// <param name="Name">What stands beside it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Marks">Its marks, ordered by time.</param>
internal sealed record TrackRow(string Name, RowKind Kind, IReadOnlyList<TrackMark> Marks);

/// <summary>One mark of a row.</summary>
/// <param name="Start">Seconds.</param>
/// <param name="End">Seconds.</param>
/// <param name="Label">Its label, or null.</param>
/// <param name="Text">Its text; may be empty.</param>
internal sealed record TrackMark(decimal Start, decimal End, string? Label, string Text)
{
    /// <summary>Of a consolidated segment; null for a worker's mark.</summary>
    public double? Confidence { get; init; }

    /// <summary>Of a consolidated segment; null where nobody else placed it.</summary>
    public SpreadWire? Spread { get; init; }

    /// <summary>True for a mark that only says that something is there.</summary>
    public bool PresenceOnly { get; init; }

    /// <summary>True for a mark that decided nothing.</summary>
    public bool Unused { get; init; }
}

/// <summary>Makes the rows of a track from its label.</summary>
internal static class TrackRows
{
    private const string Presence = "presence";

    /// <summary>A row for everybody who looked, the consolidated one, and one for candidates where there are any.</summary>
    public static IReadOnlyList<TrackRow> Of(LabelWire label, TrackWire track, WorkerNames workers)
    {
        SegmentWire[] candidates = [.. (label.Candidates ?? []).Where(c => c.Category == track.Category && c.Media == track.Media).SelectMany(c => c.Segments)];
        var evidence = track.Segments.Concat(candidates).SelectMany(s => s.Workers).ToLookup(w => w.Worker, StringComparer.Ordinal);
        var excluded = (label.Workers ?? []).Where(w => w.Excluded is not null).Select(w => w.Worker).ToHashSet(StringComparer.Ordinal);
        TrackRow[] rows =
        [
            .. track.OpenedBy.Concat(evidence.Select(e => e.Key)).Distinct(StringComparer.Ordinal).Select(w => RowOf(w)),
            new TrackRow("consolidated", RowKind.Fused, Ordered(track.Segments.Select(MarkOf))),
        ];
        return candidates.Length == 0 ? rows : [.. rows, new TrackRow("below quorum", RowKind.Candidates, Ordered(candidates.Select(MarkOf)))];

        TrackRow RowOf(string worker) =>
            new(workers.Short(worker), excluded.Contains(worker) ? RowKind.Excluded : RowKind.Worker, Ordered(evidence[worker].Select(MarkOf).Distinct()));
    }

    private static TrackMark MarkOf(SegmentWire segment) =>
        new(segment.Start, segment.End, segment.Label, segment.Text ?? "") { Confidence = segment.Confidence, Spread = segment.Spread };

    private static TrackMark MarkOf(SegmentEvidenceWire mark) =>
        new(mark.Start, mark.End, mark.Label, mark.Text ?? "") { PresenceOnly = mark.Role == Presence, Unused = mark.Weight == 0 };

    private static TrackMark[] Ordered(IEnumerable<TrackMark> marks) => [.. marks.OrderBy(m => m.Start).ThenBy(m => m.End)];
}
