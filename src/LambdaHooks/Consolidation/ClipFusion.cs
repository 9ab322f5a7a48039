using LambdaHooks.Answers;
using LambdaHooks.Consolidation.Labels;

namespace LambdaHooks.Consolidation;

/// <summary>Fuses the whole-clip answers of one object that is known alone.</summary>
internal static class ClipFusion
{
    /// <summary>One fused answer a question, ordered by question.</summary>
    public static IReadOnlyList<ConsolidatedClipAnswer> Fuse(IReadOnlyList<Answer> answers)
    {
        var alone = new ObjectAnswers("", answers);
        return new ClipStudy([alone], ConsolidationSettings.Default, static _ => 1).Fuse(alone);
    }
}
