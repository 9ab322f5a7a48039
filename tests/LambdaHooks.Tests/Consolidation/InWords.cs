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
        .. result.Clip.Select(c => $"{c.Question}: {ClipAnswer(c.Value)} {Number(c.Confidence)} ±{Number(c.Spread)} {Join(c.Evidence.Select(e => $"{e.Worker}={ClipAnswer(e.Value)}"))}"),
        .. PreferenceLines(result.Preference),
        .. result.Agreement.Select(a => $"{a.Key}: {a.Workers} workers agree {Number(a.F1)} {Number(a.OverlapRatio)}"),
        .. result.Workers.Select(w => $"{w.Worker}: {Number(w.Reliability)} on {w.SharedTracks} {w.Excluded}"),
    ]);

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
        $"{track.Key} opened by {Join(track.OpenedBy)}",
        .. track.Segments.Select(s => $"  in  {Fused(s, origin)}"),
        .. track.Candidates.Select(s => $"  out {Fused(s, origin)}"),
    ];

    private static string Fused(ConsolidatedSegment fused, MediaTime origin) =>
        $"{Mark(fused.Segment, origin)} {Number(fused.Confidence)} from {Join(fused.Evidence.Select(e => $"{e.Worker}×{Number(e.Weight)}: {Mark(e.Segment, origin)} #{e.Segment.Id}"))}";

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
