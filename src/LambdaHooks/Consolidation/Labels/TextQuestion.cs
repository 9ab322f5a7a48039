using LambdaHooks.Answers;
using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Consolidation.Labels;

/// <summary>Text.</summary>
internal sealed class TextQuestion(QuestionTable table) : ClipQuestion(table)
{
    private const double CertainFrom = 0.8;

    public override QuestionKind Kind => QuestionKind.Text;

    public override string? KeyOf(ClipAnswer value) => null;

    private readonly Lazy<bool> areRemarks = new(() => AreRemarks(table));

    protected override ConsolidatedClipAnswer FuseItem(int item)
    {
        var fused = TextFusion.Fuse(TextsOf(Table, item), Table.Texts);
        return new ConsolidatedClipAnswer(Table.Question, new ClipAnswer.Text(fused.Text), fused.Confidence, null, [])
        {
            Words = fused.Words,
            Flags = (fused.IsUncertain || fused.IsDisputed || fused.Confidence < CertainFrom) && !areRemarks.Value ? [Flags.TextUncertain] : [],
        };
    }

    private static WorkerText[] TextsOf(QuestionTable table, int item) =>
        [.. table.CountedOf(item).Select(a => new WorkerText(table.Workers[a.Worker], ((ClipAnswer.Text)a.Value).Value))];

    private static bool AreRemarks(QuestionTable table)
    {
        var habits = new TextHabits();
        for (var item = 0; item < table.Objects.Length; item++)
        {
            habits.Add(TextsOf(table, item));
        }

        return habits.AreRemarks;
    }
}
