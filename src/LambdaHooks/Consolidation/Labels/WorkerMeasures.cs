namespace LambdaHooks.Consolidation.Labels;

/// <summary>Measures workers by the questions of a batch.</summary>
internal static class WorkerMeasures
{
    /// <summary>Everybody who answered a question.</summary>
    /// <param name="questions">In ordinal order.</param>
    public static IReadOnlyDictionary<string, WorkerLabels> Of(IEnumerable<ClipQuestion> questions)
    {
        var sums = new Dictionary<string, Sums>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            foreach (var worker in question.Table.Workers)
            {
                _ = sums.TryAdd(worker, new Sums());
            }

            AddGold(question, sums);
            AddLabels(question as ChoiceQuestion, sums);
            foreach (var constant in ConstantAnswers.Of(question))
            {
                sums[constant.Worker].Constant.Add(constant);
            }
        }

        return sums.ToDictionary(s => s.Key, s => s.Value.Measured(), StringComparer.Ordinal);
    }

    private static void AddGold(ClipQuestion question, Dictionary<string, Sums> sums)
    {
        foreach (var (item, worker, value) in question.Table.Answers)
        {
            if (question.Table.Gold[item] is { } gold && GoldCheck.Agreement(value, gold) is { } agreement)
            {
                sums[question.Table.Workers[worker]].AddGold(agreement);
            }
        }
    }

    private static void AddLabels(ChoiceQuestion? question, Dictionary<string, Sums> sums)
    {
        if (question is null)
        {
            return;
        }

        var table = question.Table;
        var counted = new int[table.Objects.Length];
        foreach (var (item, worker, _) in table.Answers)
        {
            counted[item] += table.Weights[worker] > 0 ? 1 : 0;
        }

        foreach (var (item, worker, value) in table.Answers)
        {
            var others = counted[item] - (table.Weights[worker] > 0 ? 1 : 0);
            if (others > 0 || table.Gold[item] is not null)
            {
                sums[table.Workers[worker]].AddLabel(question.Estimate.Of(item, question.NumberOf(value)));
            }
        }
    }

    private sealed class Sums
    {
        private double right;
        private int labels;
        private double agreement;
        private int golds;

        public List<ConstantAnswer> Constant { get; } = [];

        public void AddLabel(double posterior) => (right, labels) = (right + posterior, labels + 1);

        public void AddGold(double agrees) => (agreement, golds) = (agreement + agrees, golds + 1);

        public WorkerLabels Measured() => new(labels > 0 ? right / labels : null, labels, golds > 0 ? agreement / golds : null, Constant);
    }
}
