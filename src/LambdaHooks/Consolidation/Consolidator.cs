using LambdaHooks.Answers;
using LambdaHooks.Consolidation.Tracks;

namespace LambdaHooks.Consolidation;

/// <summary>
/// Turns several workers' answers about one data object into one, with its evidence.
/// </summary>
/// <remarks>
/// Pure and deterministic: the order of answers, tracks and segments changes nothing. One worker's answer passes through unchanged, but
/// for segments without a length and repeats, which become candidates. Segments are matched one to one with the label as a bonus,
/// boundaries are weighted medians, labels come from a label model of the whole batch, texts from an alignment of all.
/// </remarks>
public static class Consolidator
{
    /// <summary>Consolidates one data object by itself.</summary>
    /// <param name="answers">Usable answers, at most one a worker; may be none.</param>
    public static Consolidated Consolidate(IReadOnlyList<Answer> answers)
    {
        var data = new ObjectAnswers("", answers);
        return Consolidate(data, BatchStudy.Of([data], ConsolidationSettings.Default));
    }

    /// <summary>Consolidates one data object of a batch.</summary>
    /// <param name="data">Its usable answers: the same object that the batch was studied with.</param>
    /// <param name="study">What the whole batch says.</param>
    public static Consolidated Consolidate(ObjectAnswers data, BatchStudy study)
    {
        var result = new Consolidated(
            [.. study.TracksOf(data).Select(t => new TrackFusion(study, t).Fuse())],
            study.FuseClip(data),
            PreferenceFusion.Fuse(data.Answers, study.Counts),
            [.. data.Tracks.Keys.Select(k => study.AgreementOn(data, k))],
            [.. data.Answers.Select(a => a.Worker).Order(StringComparer.Ordinal).Select(study.WorkerOf)]);
        return result with { Review = ReviewOf.Object(result, study.TracksOf(data).Any(t => t.FailsGold())) };
    }
}
