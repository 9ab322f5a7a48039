using LambdaHooks.Answers;

namespace LambdaHooks.Consolidation.Labels;

/// <summary>Any number of options: each one is decided by itself.</summary>
internal sealed class CheckBoxQuestion : ClipQuestion
{
    private const double CertainFrom = 0.7;

    /// <summary>How many states may be filled in for each one that was told, so that memory stays in proportion to the answers.</summary>
    private const long MostFilledIn = 64;

    private readonly string[] options;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<OptionPosteriors>> estimate;

    public CheckBoxQuestion(QuestionTable table)
        : base(table)
    {
        options = [.. table.Answers.Select(a => a.Value).Concat(table.Gold.OfType<ClipAnswer>()).SelectMany(v => States(v).Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        for (var o = 0; o < options.Length; o++)
        {
            numbers.Add(options[o], o);
        }

        estimate = new Lazy<IReadOnlyList<OptionPosteriors>>(Estimate);
    }

    public override QuestionKind Kind => QuestionKind.CheckBoxes;

    public override string KeyOf(ClipAnswer value) =>
        string.Concat(States(value).Where(s => s.Value).Select(s => s.Key).Order(StringComparer.Ordinal).Select(o => $"{o.Length}:{o} "));

    protected override ConsolidatedClipAnswer FuseItem(int item)
    {
        var fused = new Dictionary<string, bool>(StringComparer.Ordinal);
        var (sum, uncertain) = (0.0, false);
        var shown = ShownOn(item);
        foreach (var number in shown)
        {
            var option = estimate.Value[number];
            var confidence = option.ConfidenceOf(item);
            fused.Add(options[number], option.IsSet(item));
            sum += confidence;
            uncertain |= confidence < CertainFrom || option.IsOpen(item);
        }

        return new ConsolidatedClipAnswer(Table.Question, new ClipAnswer.Options(fused), shown.Length == 0 ? 1 : sum / shown.Length, null, [])
        {
            Flags = uncertain ? [Flags.LabelUncertain] : [],
        };
    }

    private IReadOnlyList<OptionPosteriors> Estimate()
    {
        var answers = new List<OptionAnswer>();
        var gold = new Dictionary<(int Item, int Option), bool>();
        for (var item = 0; item < Table.Objects.Length; item++)
        {
            AddAnswers(item, answers);
            if (Table.Gold[item] is { } right)
            {
                foreach (var number in ShownOn(item))
                {
                    gold[(item, number)] = States(right).GetValueOrDefault(options[number]);
                }
            }
        }

        return BinaryRelevance.Estimate(options.Length, answers, gold, Table.KnownAccuracies(), Table.Weights, DawidSkeneOptions.Default);
    }

    /// <summary>An option a worker does not name counts as not set by them, unless that would fill in far more than was told.</summary>
    private void AddAnswers(int item, List<OptionAnswer> answers)
    {
        var shown = ShownOn(item);
        var (first, end, told) = (Table.FirstOf(item), Table.FirstOf(item + 1), 0L);
        for (var a = first; a < end; a++)
        {
            told += States(Table.Answers[a].Value).Count;
        }

        var fillIn = (long)shown.Length * (end - first) <= MostFilledIn * told;
        for (var a = first; a < end; a++)
        {
            var states = States(Table.Answers[a].Value);
            foreach (var number in fillIn ? shown : [.. states.Keys.Order(StringComparer.Ordinal).Select(o => numbers[o])])
            {
                answers.Add(new OptionAnswer(item, Table.Answers[a].Worker, number, states.GetValueOrDefault(options[number])));
            }
        }
    }

    private int[] ShownOn(int item)
    {
        var shown = new HashSet<int>();
        for (var a = Table.FirstOf(item); a < Table.Answers.Length && Table.Answers[a].Item == item; a++)
        {
            shown.UnionWith(States(Table.Answers[a].Value).Keys.Select(o => numbers[o]));
        }

        return [.. shown.Order()];
    }

    private static IReadOnlyDictionary<string, bool> States(ClipAnswer value) => ((ClipAnswer.Options)value).Values;
}
