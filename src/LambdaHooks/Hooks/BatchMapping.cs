using LambdaHooks.Consolidation;
using LambdaHooks.Consolidation.Measures;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>Meaning to wire: what a whole batch comes to.</summary>
internal static class BatchMapping
{
    /// <summary>The batch's own file.</summary>
    /// <param name="job">Name of the job.</param>
    /// <param name="tally">What its objects come to.</param>
    /// <param name="study">What the batch says about its workers.</param>
    /// <param name="agreement">How much they agree.</param>
    public static BatchWire Map(string job, BatchTally tally, BatchStudy study, BatchAgreement agreement) => new(
        job, tally.Objects, tally.Consolidated, tally.Answers, tally.Rejections,
        [.. study.Workers.Select(LabelMapping.Map)],
        [.. agreement.Tracks.Select(Map)],
        [.. agreement.Questions.Select(q => new QuestionAgreementWire(q.Question, q.Measure, Map(q.Value)))],
        [.. tally.Review.OrderByDescending(r => r.Priority)]);

    private static CategoryAgreementWire Map(CategoryAgreement category) => new(
        category.Category, SegmentMapping.KindName(category.Kind), Map(category.F1), Map(category.Overlap), Map(category.LabelAlpha),
        category.Gamma is null ? null : Map(category.Gamma), category.GammaCat is null ? null : Map(category.GammaCat));

    private static MeasureWire Map(Measure measure) => new(
        LabelMapping.Rounded(measure.Value), measure.Units, LabelMapping.Rounded(measure.Interval?.Low), LabelMapping.Rounded(measure.Interval?.High), measure.Reason);
}
