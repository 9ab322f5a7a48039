using LambdaHooks.Answers;

namespace LambdaHooks.Consolidation.Labels;

/// <summary>One label of several: a choice, radio buttons, or a drop-down list that came as text.</summary>
internal sealed class ChoiceQuestion : ClipQuestion
{
    private const double CertainFrom = 0.7;
    private const int MostDropDownValues = 20;
    private const int LongestDropDownValue = 100;
    private const int LeastUses = 5;

    private readonly Func<ClipAnswer, string> labelOf;
    private readonly Func<int, string, ClipAnswer> answerOf;
    private readonly string[] labels;
    private readonly Lazy<LabelPosteriors> estimate;

    private ChoiceQuestion(QuestionTable table, Func<ClipAnswer, string> labelOf, Func<int, string, ClipAnswer> answerOf)
        : base(table)
    {
        (this.labelOf, this.answerOf) = (labelOf, answerOf);
        labels = [.. table.Answers.Select(a => labelOf(a.Value)).Concat(table.Gold.OfType<ClipAnswer>().Where(IsReadable).Select(labelOf)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        estimate = new Lazy<LabelPosteriors>(() => DawidSkene.Estimate(Problem(), DawidSkeneOptions.Default));
    }

    public override QuestionKind Kind => QuestionKind.Choice;

    /// <summary>Posteriors of the labels, in ordinal order, of the table's objects.</summary>
    public LabelPosteriors Estimate => estimate.Value;

    public static ChoiceQuestion OfChoices(QuestionTable table) =>
        new(table, static value => ((ClipAnswer.Choice)value).Label, static (_, label) => new ClipAnswer.Choice(label));

    public static ChoiceQuestion OfDropDown(QuestionTable table) =>
        new(table, static value => ((ClipAnswer.Text)value).Value, static (_, label) => new ClipAnswer.Text(label));

    public static ChoiceQuestion OfRadioButtons(QuestionTable table) =>
        new(table, SetOption, (item, label) => new ClipAnswer.Options(Shown(table, item).Append(label).Distinct(StringComparer.Ordinal).ToDictionary(o => o, o => o == label, StringComparer.Ordinal)));

    /// <summary>True where exactly one of several options is set.</summary>
    public static bool IsRadio(ClipAnswer value) => value is ClipAnswer.Options { Values.Count: > 1 } options && options.Values.Values.Count(v => v) == 1;

    /// <summary>True where texts are values of a list: few, short, none empty, each used five times on average, by several workers.</summary>
    public static bool AreDropDown(QuestionTable table)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, _, value) in table.Answers)
        {
            var text = ((ClipAnswer.Text)value).Value;
            if (text.Length is 0 or > LongestDropDownValue || (values.Add(text) && values.Count > MostDropDownValues))
            {
                return false;
            }
        }

        return table.Workers.Length > 1 && table.Answers.Length >= LeastUses * values.Count;
    }

    public override string KeyOf(ClipAnswer value) => labelOf(value);

    /// <summary>The label's number.</summary>
    public int NumberOf(ClipAnswer value) => Array.BinarySearch(labels, labelOf(value), StringComparer.Ordinal);

    protected override ConsolidatedClipAnswer FuseItem(int item)
    {
        var confidence = Estimate.ConfidenceOf(item);
        return new ConsolidatedClipAnswer(Table.Question, answerOf(item, labels[Estimate.BestOf(item)]), confidence, null, [])
        {
            Posterior = Posterior(item),
            Flags = confidence < CertainFrom || Estimate.IsOpen(item) ? [Flags.LabelUncertain] : [],
        };
    }

    private (string Label, double Probability)[] Posterior(int item)
    {
        var numbers = Estimate.LabelsOf(item).ToArray();
        var best = Estimate.BestOf(item);
        return numbers.Length < 2 ? [] : [.. numbers
            .Select(l => (Number: l, Probability: Estimate.Of(item, l)))
            .OrderByDescending(l => l.Number == best)
            .ThenByDescending(l => l.Probability)
            .ThenBy(l => l.Number)
            .Select(l => (labels[l.Number], l.Probability))];
    }

    private LabelProblem Problem() =>
        new(Table.Objects.Length, Table.Workers.Length, labels.Length, [.. Table.Answers.Select(a => new LabelAnswer(a.Item, a.Worker, NumberOf(a.Value)))])
        {
            Weights = Table.Weights,
            KnownAccuracies = Table.KnownAccuracies(),
            Gold = Table.Gold.Select((g, item) => (Gold: g, Item: item)).Where(g => g.Gold is not null && IsReadable(g.Gold)).ToDictionary(g => g.Item, g => NumberOf(g.Gold!)),
        };

    /// <summary>False for gold that sets none or several of the radio buttons.</summary>
    private static bool IsReadable(ClipAnswer gold) => gold is not ClipAnswer.Options || IsRadio(gold);

    private static string SetOption(ClipAnswer value) => ((ClipAnswer.Options)value).Values.First(v => v.Value).Key;

    private static IEnumerable<string> Shown(QuestionTable table, int item)
    {
        for (var a = table.FirstOf(item); a < table.Answers.Length && table.Answers[a].Item == item; a++)
        {
            foreach (var option in ((ClipAnswer.Options)table.Answers[a].Value).Values.Keys)
            {
                yield return option;
            }
        }
    }
}
