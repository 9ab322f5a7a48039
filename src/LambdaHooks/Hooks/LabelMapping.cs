using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.GroundTruth;
using LambdaHooks.Timeline;

namespace LambdaHooks.Hooks;

/// <summary>Meaning to wire: a consolidated object as its label.</summary>
internal static class LabelMapping
{
    /// <summary>Questions whose answer is the transcript of the whole clip, the first that was asked counting.</summary>
    private static readonly string[] TranscriptQuestions = ["transcript", "transcription", "textTranslationFinal"];

    /// <summary>The label of a finished object.</summary>
    public static LabelWire Map(Consolidated result) => new()
    {
        Tracks = [.. result.Tracks.Select(t => Map(t, t.Segments))],
        Candidates = NullIfEmpty(result.Tracks.Where(t => t.Candidates.Count > 0).Select(t => Map(t, t.Candidates))),
        Clip = result.Clip.Count == 0 ? null : result.Clip.ToDictionary(c => c.Question, Map),
        Transcript = TranscriptOf(result.Clip),
        Preference = result.Preference is null ? null : Map(result.Preference),
        Agreement = NullIfEmpty(result.Agreement.Select(a => new AgreementWire(a.Key.Category, a.Key.Media, a.Workers, Rounded(a.F1), Rounded(a.OverlapRatio)))),
        Workers = [.. result.Workers.Select(w => new WorkerWire(w.Worker, Rounded(w.Reliability), w.SharedTracks, w.Excluded))],
    };

    /// <summary>Null for an empty list, so that it leaves no member behind.</summary>
    public static IReadOnlyList<T>? NullIfEmpty<T>(IEnumerable<T> items)
    {
        T[] list = [.. items];
        return list.Length == 0 ? null : list;
    }

    private static TrackWire Map(ConsolidatedTrack track, IReadOnlyList<ConsolidatedSegment> segments) =>
        new(track.Key.Category, track.Key.Media, track.OpenedBy, [.. segments.Select(Map)]);

    private static SegmentWire Map(ConsolidatedSegment fused)
    {
        var segment = fused.Segment;
        return new SegmentWire(
            segment.Interval.Start.Seconds, segment.Interval.End.Seconds, segment.Label, segment.Text, Rounded(fused.Confidence), [.. fused.Evidence.Select(Map)])
        {
            Labels = NullIfEmpty(segment.Labels),
            Attributes = AttributesOf(segment),
        };
    }

    private static SegmentEvidenceWire Map(SegmentEvidence evidence)
    {
        var segment = evidence.Segment;
        return new SegmentEvidenceWire(evidence.Worker, segment.Interval.Start.Seconds, segment.Interval.End.Seconds, segment.Label, evidence.Weight)
        {
            Labels = NullIfEmpty(segment.Labels),
            Text = segment.Text.Length == 0 ? null : segment.Text,
            Attributes = AttributesOf(segment),
        };
    }

    private static SortedDictionary<string, string>? AttributesOf(Segment segment) =>
        segment.Attributes.Count == 0 ? null : new SortedDictionary<string, string>(segment.Attributes.ToDictionary(), StringComparer.Ordinal);

    private static ClipWire Map(ConsolidatedClipAnswer fused) =>
        new(fused.Value, Rounded(fused.Confidence), Rounded(fused.Spread), [.. fused.Evidence.Select(e => new ClipEvidenceWire(e.Worker, e.Value))]);

    private static TranscriptWire? TranscriptOf(IReadOnlyList<ConsolidatedClipAnswer> clip) =>
        TranscriptQuestions
            .Select(q => clip.FirstOrDefault(c => c.Question == q))
            .OfType<ConsolidatedClipAnswer>()
            .Select(c => c.Value is ClipAnswer.Text text ? new TranscriptWire(c.Question, text.Value, Rounded(c.Confidence)) : null)
            .FirstOrDefault();

    private static PreferenceWire Map(ConsolidatedPreference fused) => new(
        [.. fused.Scores.Select(s => s.Candidate)],
        fused.Scores.ToDictionary(s => s.Candidate, s => Rounded(s.Score)),
        [.. fused.Pairs.Select(p => new ComparedPairWire(p.Better, p.Worse, Rounded(p.Margin), Rounded(p.Agreement), p.Tie, p.Workers))],
        [.. fused.Evidence.Select(e => Map(e.Worker, e.Preference))]);

    private static PreferenceEvidenceWire Map(string worker, Preference preference) => new(worker, preference.Order, preference.Strength, preference.Tie)
    {
        Ranking = NullIfEmpty(preference.Ranking),
        Reasons = NullIfEmpty(preference.Reasons),
    };

    private static double Rounded(double value) => Math.Round(value, 4);

    private static double? Rounded(double? value) => value is { } v ? Math.Round(v, 4) : null;
}
