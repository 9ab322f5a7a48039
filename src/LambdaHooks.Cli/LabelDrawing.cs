using LambdaHooks.GroundTruth;
using LambdaHooks.Timeline;

namespace LambdaHooks.Cli;

/// <summary>Turns labels into rows that <see cref="TimelineDrawing"/> draws.</summary>
internal static class LabelDrawing
{
    /// <summary>Name of the row of the fused track.</summary>
    public const string Fused = "consolidated";

    /// <summary>Each worker's segments above the fused ones.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<Segment> Segments)> Rows(LabelWire label, TrackWire track)
    {
        var below = label.Candidates?.Where(c => c.Category == track.Category && c.Media == track.Media).SelectMany(c => c.Segments) ?? [];
        var evidence = track.Segments.Concat(below).SelectMany(s => s.Workers).ToLookup(w => w.Worker);
        return
        [
            .. track.OpenedBy.Select(w => (ShortName(w), (IReadOnlyList<Segment>)[.. evidence[w].Select(ToSegment)])),
            (Fused, [.. track.Segments.Select(ToSegment)]),
        ];
    }

    /// <summary>What to write into segments: their label, or their text where one label is all there is.</summary>
    public static Func<Segment, string> CaptionFor(IEnumerable<(string Name, IReadOnlyList<Segment> Segments)> rows) =>
        rows.SelectMany(r => r.Segments).Select(s => s.Label).Distinct().Count() <= 1
            ? s => s.Text.Length > 0 ? s.Text : s.Label ?? ""
            : s => s.Label ?? s.Text;

    /// <summary>The stretch to draw: from the start of the clip to the last thing anybody marked.</summary>
    public static Interval Span(IEnumerable<(string Name, IReadOnlyList<Segment> Segments)> rows, decimal? duration)
    {
        var last = rows.SelectMany(r => r.Segments).Select(s => s.Interval.End).Append(new MediaTime(1)).Max();
        return new Interval(MediaTime.Zero, duration is { } seconds ? MediaTime.Max(MediaTime.FromSeconds(seconds), last) : last);
    }

    /// <summary>False for a segment that only an edited file can hold.</summary>
    public static bool CanDraw(SegmentWire? segment) =>
        segment is not null && MediaTime.TryFromSeconds(segment.Start, out var start) && MediaTime.TryFromSeconds(segment.End, out var end) && start <= end;

    /// <summary>A fused segment of a label.</summary>
    public static Segment ToSegment(SegmentWire segment) => new(Interval.Seconds(segment.Start, segment.End), segment.Label) { Text = segment.Text ?? "" };

    private static Segment ToSegment(SegmentEvidenceWire segment) =>
        new(Interval.Seconds(segment.Start, segment.End), segment.Label) { Text = segment.Text ?? "" };

    /// <summary>Worker ids share a long prefix; their last part tells them apart.</summary>
    private static string ShortName(string worker) => worker[(worker.LastIndexOf('.') + 1)..];
}
