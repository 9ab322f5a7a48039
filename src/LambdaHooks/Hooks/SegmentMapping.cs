using LambdaHooks.Consolidation;
using LambdaHooks.GroundTruth;
using LambdaHooks.Timeline;

namespace LambdaHooks.Hooks;

/// <summary>Meaning to wire: fused tracks with their evidence.</summary>
internal static class SegmentMapping
{
    /// <summary>A track with some of its segments.</summary>
    public static TrackWire Map(ConsolidatedTrack track, IReadOnlyList<ConsolidatedSegment> segments) =>
        new(track.Key.Category, track.Key.Media, track.OpenedBy, [.. segments.Select(Map)])
        {
            Kind = track.Kind == TrackKind.Segments ? null : KindName(track.Kind),
        };

    /// <summary>The wire's name of a kind of track.</summary>
    public static string KindName(TrackKind kind) => kind switch
    {
        TrackKind.Partition => "partition",
        TrackKind.Points => "points",
        _ => "segments",
    };

    private static SegmentWire Map(ConsolidatedSegment fused)
    {
        var segment = fused.Segment;
        return new SegmentWire(
            segment.Interval.Start.Seconds, segment.Interval.End.Seconds, segment.Label, segment.Text, LabelMapping.Rounded(fused.Confidence), [.. fused.Evidence.Select(Map)])
        {
            Labels = LabelMapping.NullIfEmpty(segment.Labels),
            Attributes = AttributesOf(segment),
            Spread = fused.Spread is { } s ? new SpreadWire(s.Start.Seconds, s.End.Seconds, s.StartRange.Seconds, s.EndRange.Seconds) : null,
            Posterior = LabelMapping.PosteriorOf(fused.Posterior),
            Words = LabelMapping.WordsOf(fused.Words),
            Flags = LabelMapping.NullIfEmpty(fused.Flags),
        };
    }

    private static SegmentEvidenceWire Map(SegmentEvidence evidence)
    {
        var segment = evidence.Segment;
        return new SegmentEvidenceWire(evidence.Worker, segment.Interval.Start.Seconds, segment.Interval.End.Seconds, segment.Label, LabelMapping.Rounded(evidence.Weight))
        {
            Labels = LabelMapping.NullIfEmpty(segment.Labels),
            Text = segment.Text.Length == 0 ? null : segment.Text,
            Attributes = AttributesOf(segment),
            Role = evidence.PresenceOnly ? "presence" : null,
        };
    }

    private static SortedDictionary<string, string>? AttributesOf(Segment segment) =>
        segment.Attributes.Count == 0 ? null : new SortedDictionary<string, string>(segment.Attributes.ToDictionary(), StringComparer.Ordinal);
}
