using LambdaHooks.Answers;

namespace LambdaHooks.Consolidation;

/// <summary>
/// Turns several workers' answers about one data object into one, with its evidence.
/// </summary>
/// <remarks>
/// Pure and deterministic: the order of answers, tracks and segments changes nothing. One worker's answer passes through
/// unchanged. Segments are aligned by overlap with the label as a bonus, boundaries are medians, labels and whole-clip
/// answers are votes, a transcript is the one nearest to all.
/// </remarks>
public static class Consolidator
{
    /// <summary>Consolidates one data object.</summary>
    /// <param name="answers">Usable answers, at most one a worker; may be none.</param>
    /// <param name="reliability">What the whole batch says about the workers.</param>
    public static Consolidated Consolidate(IReadOnlyList<Answer> answers, BatchReliability reliability) =>
        Consolidate(new ObjectAnswers("", answers), reliability);

    /// <summary>Consolidates one data object whose answers were perhaps measured already.</summary>
    /// <param name="data">Its usable answers.</param>
    /// <param name="reliability">What the whole batch says about the workers.</param>
    public static Consolidated Consolidate(ObjectAnswers data, BatchReliability reliability) => new(
        [.. data.Tracks.Select(t => TrackFusion.Fuse(t.Key, t.Value.Workers, reliability))],
        ClipFusion.Fuse(data.Answers),
        PreferenceFusion.Fuse(data.Answers),
        [.. data.Tracks.Select(t => PairAgreement.Of(t.Key, t.Value))],
        [.. data.Answers.Select(a => a.Worker).Order(StringComparer.Ordinal).Select(reliability.Of)]);
}
