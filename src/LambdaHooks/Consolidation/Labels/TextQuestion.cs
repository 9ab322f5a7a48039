using LambdaHooks.Answers;

namespace LambdaHooks.Consolidation.Labels;

/// <summary>Text.</summary>
internal sealed class TextQuestion(QuestionTable table) : ClipQuestion(table)
{
    public override QuestionKind Kind => QuestionKind.Text;

    public override string? KeyOf(ClipAnswer value) => null;

    protected override ConsolidatedClipAnswer FuseItem(int item)
    {
        var (text, confidence) = FuseTexts([.. Table.CountedOf(item).Select(a => ((ClipAnswer.Text)a.Value).Value)]);
        return new ConsolidatedClipAnswer(Table.Question, new ClipAnswer.Text(text), confidence, null, []);
    }

    private static (string Text, double Confidence) FuseTexts(IReadOnlyList<string> texts) => TextVote.Choose(texts);
}
