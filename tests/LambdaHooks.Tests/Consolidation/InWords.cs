using System.Globalization;
using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation;

/// <summary>Results as text, every field of them, so that two can be compared and the difference read.</summary>
internal static class InWords
{
    /// <summary>Everything; times are told from <paramref name="origin"/>.</summary>
    public static string Everything(Consolidated result, MediaTime origin = default) => string.Join('\n', [
        .. result.Tracks.SelectMany(t => TrackLines(t, origin)),
        .. result.Clip.Select(c => $"{Clip(c)} {Join(c.Evidence.Select(e => $"{e.Worker}={ClipAnswer(e.Value)}"))}"),
        .. PreferenceLines(result.Preference),
        .. result.Agreement.Select(a => $"{a.Key}: {a.Workers} workers agree {Number(a.F1)} {Number(a.OverlapRatio)}"),
        .. result.Workers.Select(Worker),
        .. result.Review.Reasons.Select(r => $"review for {r}, {Number(result.Review.Priority)}"),
    ]);

    /// <summary>All that a batch says about a worker.</summary>
    public static string Worker(WorkerReliability w) =>
        $"{w.Worker}: {Number(w.Reliability)} known {w.IsKnown} on {w.SharedTracks} {w.Excluded} labels {Number(w.LabelAccuracy)} text {Number(w.TextReliability)} lag {w.Lag} copies {Join(w.Copies)} gold {Number(w.GoldAgreement)}";

    /// <summary>A fused whole-clip answer but for its evidence.</summary>
    public static string Clip(ConsolidatedClipAnswer c) =>
        $"{c.Question}: {ClipAnswer(c.Value)} {Number(c.Confidence)} ±{Number(c.Spread)} {c.Rating} {Posterior(c.Posterior)} {Words(c.Words)} {Join(c.Flags)}";

    /// <summary>A fused segment but for its evidence; times are told from <paramref name="origin"/>.</summary>
    public static string Result(ConsolidatedSegment s, MediaTime origin = default) =>
        $"{Mark(s.Segment, origin)} {Number(s.Confidence)} {s.Spread} {Posterior(s.Posterior)} {Words(s.Words)} {Join(s.Flags)}";

    /// <summary>A segment without its id: two that read the same are the same mark.</summary>
    public static string Mark(Segment segment) => Mark(segment, MediaTime.Zero);

    /// <summary>What went in, for the message of a law that does not hold.</summary>
    public static string Answers(IReadOnlyList<Answer> answers) =>
        string.Join('\n', answers.SelectMany(a => a.Tracks.Select(t => $"{a.Worker} {t.Key} {(t.Opened ? "opened" : "not opened")} {Join(t.Segments.Select(s => $"{Mark(s)} #{s.Id}"))}")));

    public static string ClipAnswer(ClipAnswer answer) => answer switch
    {
        ClipAnswer.Choice choice => $"choice {choice.Label}",
        ClipAnswer.Options options => $"options {Join(options.Values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Value ? $"+{v.Key}" : $"-{v.Key}"))}",
        ClipAnswer.Number number => $"number {Number(number.Value)}",
        ClipAnswer.Text text => $"text {text.Value}",
        _ => throw new NotSupportedException(answer.GetType().Name),
    };

    private static IEnumerable<string> TrackLines(ConsolidatedTrack track, MediaTime origin) =>
    [
        $"{track.Key} {track.Kind} opened by {Join(track.OpenedBy)}",
        .. track.Segments.Select(s => $"  in  {Fused(s, origin)}"),
        .. track.Candidates.Select(s => $"  out {Fused(s, origin)}"),
    ];

    private static string Fused(ConsolidatedSegment fused, MediaTime origin) =>
        $"{Result(fused, origin)} from {Join(fused.Evidence.Select(e => $"{e.Worker}×{Number(e.Weight)}{(e.PresenceOnly ? "?" : "")}: {Mark(e.Segment, origin)} #{e.Segment.Id}"))}";

    private static string Posterior(IEnumerable<(string Label, double Probability)> posterior) => Join(posterior.Select(p => $"{p.Label} {Number(p.Probability)}"));

    private static string Words(IEnumerable<FusedWord> words) => Join(words.Select(w => $"{w.Text} {Number(w.Confidence)}"));

    private static string Mark(Segment segment, MediaTime origin)
    {
        var attributes = segment.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}");
        return $"{segment.Interval.Shift(MediaTime.Zero - origin)} {segment.Label ?? "-"} '{segment.Text}' {Join(segment.Labels)} {Join(attributes)}";
    }

    private static IEnumerable<string> PreferenceLines(ConsolidatedPreference? preference) => preference is null ? [] :
    [
        .. preference.Scores.Select(s => $"{s.Candidate} scores {Number(s.Score)}"),
        .. preference.Pairs.Select(p => $"{p.Better} > {p.Worse} by {Number(p.Margin)}, {Number(p.Agreement)} of {p.Workers}"),
        .. preference.Evidence.Select(e => $"{e.Worker} says {Join(e.Preference.Order)} {Number(e.Preference.Strength)} {e.Preference.Tie}"),
    ];

    private static string Join(IEnumerable<string> parts) => $"[{string.Join(", ", parts)}]";

    private static string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";
}
