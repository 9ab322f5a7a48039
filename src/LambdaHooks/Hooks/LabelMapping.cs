using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>Meaning to wire: a consolidated object as its label.</summary>
internal static class LabelMapping
{
    /// <summary>Questions whose answer is the transcript of the whole clip, the first that was asked counting.</summary>
    private static readonly string[] TranscriptQuestions = ["transcript", "transcription", "textTranslationFinal"];

    /// <summary>The label of a finished object.</summary>
    public static LabelWire Map(Consolidated result) => new()
    {
        Tracks = [.. result.Tracks.Select(t => SegmentMapping.Map(t, t.Segments))],
        Candidates = NullIfEmpty(result.Tracks.Where(t => t.Candidates.Count > 0).Select(t => SegmentMapping.Map(t, t.Candidates))),
        Clip = result.Clip.Count == 0 ? null : result.Clip.ToDictionary(c => c.Question, Map),
        Transcript = TranscriptOf(result.Clip),
        Preference = result.Preference is null ? null : Map(result.Preference),
        Agreement = NullIfEmpty(result.Agreement.Select(a => new AgreementWire(a.Key.Category, a.Key.Media, a.Workers, Rounded(a.F1), Rounded(a.OverlapRatio)))),
        Workers = [.. result.Workers.Select(Map)],
        Review = result.Review.Reasons.Count == 0 ? null : new ReviewWire(Rounded(result.Review.Priority), result.Review.Reasons),
    };

    /// <summary>One worker in the batch.</summary>
    public static WorkerWire Map(WorkerReliability worker) => new(worker.Worker, Rounded(worker.Reliability), worker.SharedTracks, worker.Excluded)
    {
        Known = worker.IsKnown ? true : null,
        LabelAccuracy = Rounded(worker.LabelAccuracy),
        TextReliability = Rounded(worker.TextReliability),
        LagSeconds = worker.Lag?.Seconds,
        Copies = NullIfEmpty(worker.Copies),
        GoldAgreement = Rounded(worker.GoldAgreement),
    };

    /// <summary>Posteriors by label, most likely first; null where all gave the same.</summary>
    public static IReadOnlyDictionary<string, double>? PosteriorOf(IReadOnlyList<(string Label, double Probability)> posterior) =>
        posterior.Count == 0 ? null : posterior.ToDictionary(p => p.Label, p => Rounded(p.Probability), StringComparer.Ordinal);

    /// <summary>Words with their confidence; null where there are none.</summary>
    public static IReadOnlyList<WordWire>? WordsOf(IReadOnlyList<FusedWord> words) =>
        NullIfEmpty(words.Select(w => new WordWire(w.Text, Rounded(w.Confidence))));

    /// <summary>Null for an empty list, so that it leaves no member behind.</summary>
    public static IReadOnlyList<T>? NullIfEmpty<T>(IEnumerable<T> items)
    {
        T[] list = [.. items];
        return list.Length == 0 ? null : list;
    }

    private static ClipWire Map(ConsolidatedClipAnswer fused) =>
        new(fused.Value, Rounded(fused.Confidence), Rounded(fused.Spread), [.. fused.Evidence.Select(e => new ClipEvidenceWire(e.Worker, e.Value))])
        {
            Posterior = PosteriorOf(fused.Posterior),
            Rating = fused.Rating is { } r ? new RatingWire(Rounded(r.Adjusted), Rounded(r.Mean), Rounded(r.Deviation), r.Count) : null,
            Words = WordsOf(fused.Words),
            Flags = NullIfEmpty(fused.Flags),
        };

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

    /// <summary>Four decimals.</summary>
    public static double Rounded(double value) => Math.Round(value, 4);

    /// <summary>Four decimals, or null.</summary>
    public static double? Rounded(double? value) => value is { } v ? Math.Round(v, 4) : null;
}
