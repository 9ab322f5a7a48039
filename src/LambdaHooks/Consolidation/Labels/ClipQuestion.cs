using LambdaHooks.Answers;

namespace LambdaHooks.Consolidation.Labels;

/// <summary>What a question about the whole clip asks for, as its answers over a batch show.</summary>
internal enum QuestionKind
{
    /// <summary>One label of several, however it was written.</summary>
    Choice,

    /// <summary>Any number of options.</summary>
    CheckBoxes,

    /// <summary>Stars or another short scale: whole or half steps from 0 to 10, in a batch of at least three answers.</summary>
    Rating,

    /// <summary>Any other number.</summary>
    Number,

    /// <summary>Text.</summary>
    Text,
}

/// <summary>One question over a whole batch, ready to fuse each object's answers.</summary>
internal abstract class ClipQuestion(QuestionTable table)
{
    public abstract QuestionKind Kind { get; }

    public QuestionTable Table => table;

    /// <summary>Tells a question's kind from all its answers.</summary>
    public static ClipQuestion Of(QuestionTable table)
    {
        ClipAnswer[] values = [.. table.Answers.Select(a => a.Value)];
        return values[0] switch
        {
            ClipAnswer.Choice => ChoiceQuestion.OfChoices(table),
            ClipAnswer.Options when values.All(ChoiceQuestion.IsRadio) => ChoiceQuestion.OfRadioButtons(table),
            ClipAnswer.Options => new CheckBoxQuestion(table),
            ClipAnswer.Number => new NumberQuestion(table),
            _ when ChoiceQuestion.AreDropDown(table) => ChoiceQuestion.OfDropDown(table),
            _ => new TextQuestion(table),
        };
    }

    /// <summary>Fuses one object's answers.</summary>
    /// <param name="objectId">The object.</param>
    /// <param name="evidence">Everybody's answers to the question, of any shape, by worker; at least one.</param>
    public ConsolidatedClipAnswer Fuse(string objectId, IReadOnlyList<(string Worker, ClipAnswer Value)> evidence)
    {
        var item = table.ItemOf(objectId);
        if (item < 0)
        {
            return Of(table.Alone([.. evidence.Select(e => new QuestionAnswer(objectId, e.Worker, e.Value))])).Fuse(objectId, evidence);
        }

        var fused = FuseItem(item) with { Evidence = evidence };
        if (table.Gold[item] is { } gold)
        {
            fused = fused with { Value = gold, Confidence = Kind is QuestionKind.Rating or QuestionKind.Number ? null : 1, Words = [] };
        }

        return fused with { Flags = [.. fused.Flags.Concat(FlagsOf(item, evidence)).Distinct().Order(StringComparer.Ordinal)] };
    }

    /// <summary>The answer as something to count, where always the same is suspicious; null where it is not.</summary>
    public abstract string? KeyOf(ClipAnswer value);

    /// <summary>Fuses the answers of one object; flags only for what they show, evidence left out.</summary>
    protected abstract ConsolidatedClipAnswer FuseItem(int item);

    private IEnumerable<string> FlagsOf(int item, IReadOnlyList<(string Worker, ClipAnswer Value)> evidence)
    {
        if (evidence.Count(e => table.IsOfShape(e.Value) && table.WeightOf(e.Worker) > 0) < 2)
        {
            yield return Flags.OneWorker;
        }

        if (table.Gold[item] is { } gold && evidence.Any(e => table.IsOfShape(e.Value) && GoldCheck.Agreement(e.Value, gold) < 1))
        {
            yield return Flags.GoldFailed;
        }
    }
}
