using LambdaHooks.Answers;
using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Consolidation.Labels;

/// <summary>Text.</summary>
internal sealed class TextQuestion(QuestionTable table) : ClipQuestion(table)
{
    private const double CertainFrom = 0.8;

    public override QuestionKind Kind => QuestionKind.Text;

    public override string? KeyOf(ClipAnswer value) => null;

    protected override ConsolidatedClipAnswer FuseItem(int item)
    {
        var fused = TextFusion.Fuse([.. Table.CountedOf(item).Select(a => new WorkerText(Table.Workers[a.Worker], ((ClipAnswer.Text)a.Value).Value))], Table.Texts);
        return new ConsolidatedClipAnswer(Table.Question, new ClipAnswer.Text(fused.Text), fused.Confidence, null, [])
        {
            Words = fused.Words,
            Flags = fused.IsUncertain || fused.IsDisputed || fused.Confidence < CertainFrom ? [Flags.TextUncertain] : [],
        };
    }
}
