namespace LambdaHooks.Consolidation.Labels;

/// <summary>What the answers to a <see cref="LabelProblem"/> come to.</summary>
public sealed class LabelPosteriors
{
    /// <summary>Posteriors this close are equal: their difference is rounding.</summary>
    private const double Same = 1e-9;

    /// <summary>Half the width of a 95 % interval, in standard errors.</summary>
    private const double Interval = 1.96;

    private const double PseudoAnswers = 5;

    private readonly LabelTable table;
    private readonly DawidSkeneRun run;

    internal LabelPosteriors(LabelTable table, DawidSkeneRun run, int iterations) => (this.table, this.run, Iterations) = (table, run, iterations);

    /// <summary>How many iterations were made.</summary>
    public int Iterations { get; }

    /// <summary>True where each worker's errors are told by one accuracy, since matrices would not fit.</summary>
    public bool IsOneCoin => run.Matrices.IsOneCoin;

    /// <summary>The labels that were given for an item, and its gold label, ascending.</summary>
    public ReadOnlySpan<int> LabelsOf(int item) => table.Candidates.AsSpan(table.CandidateStart[item], table.CandidateStart[item + 1] - table.CandidateStart[item]);

    /// <summary>Posterior of each of <see cref="LabelsOf"/>, together 1; empty for an item nobody answered.</summary>
    public ReadOnlySpan<double> Of(int item) => run.Posteriors.AsSpan(table.CandidateStart[item], table.CandidateStart[item + 1] - table.CandidateStart[item]);

    /// <summary>Posterior of one label of an item; 0 for a label nobody gave.</summary>
    public double Of(int item, int label)
    {
        var place = LabelsOf(item).BinarySearch(label);
        return place < 0 ? 0 : Of(item)[place];
    }

    /// <summary>The most likely label; of equals the one more frequent in the batch, then the first. -1 for an item nobody answered.</summary>
    public int BestOf(int item)
    {
        var labels = LabelsOf(item);
        var posteriors = Of(item);
        var best = -1;
        for (var i = 0; i < labels.Length; i++)
        {
            if (best < 0 || IsBetter(labels, posteriors, i, best))
            {
                best = i;
            }
        }

        return best < 0 ? -1 : labels[best];
    }

    /// <summary>
    /// Probability of <see cref="BestOf"/>, 0 to 1, when it is also possible that a label nobody gave is true; 0 for an item nobody answered.
    /// Where no two workers answered the same item, nothing says that anybody errs, and only the given labels are possible.
    /// </summary>
    public double ConfidenceOf(int item)
    {
        var best = BestOf(item);
        return best < 0 ? 0 : Of(item, best) * (1 - UnseenOf(item));
    }

    /// <summary>
    /// True where nothing decides: two labels are equally likely, or two workers differ and their accuracies cannot be told apart (the
    /// 95 % intervals overlap).
    /// </summary>
    public bool IsOpen(int item)
    {
        if (table.GoldSlots[item] >= 0)
        {
            return false;
        }

        var best = Of(item, BestOf(item));
        var equals = 0;
        foreach (var posterior in Of(item))
        {
            equals += best - posterior <= Same ? 1 : 0;
        }

        return equals > 1 || IsOneAgainstOne(item);
    }

    /// <summary>How often a worker is right, 0 to 1; with few answers near everybody's.</summary>
    public double AccuracyOf(int worker) => run.Accuracies[worker];

    /// <summary>Probability that a worker gives one label where another, or the same, is true, 0 to 1.</summary>
    public double ErrorOf(int worker, int truth, int given) => run.Matrices.Of(worker, truth, given, run.Accuracies[worker]);

    /// <summary>Share of a label in the batch, 0 to 1.</summary>
    public double ShareOf(int label) => run.ClassPriors[label];

    private bool IsBetter(ReadOnlySpan<int> labels, ReadOnlySpan<double> posteriors, int i, int best) =>
        Math.Abs(posteriors[i] - posteriors[best]) > Same ? posteriors[i] > posteriors[best] : run.Masses[labels[i]] > run.Masses[labels[best]] + Same;

    private bool IsOneAgainstOne(int item)
    {
        var (first, second, count) = (-1, -1, 0);
        for (var a = table.AnswerStart[item]; a < table.AnswerStart[item + 1]; a++)
        {
            if (table.Weights[table.Answers[a].Worker] > 0)
            {
                (first, second, count) = (second, a, count + 1);
            }
        }

        return count == 2 && table.Answers[first].Label != table.Answers[second].Label && Overlap(table.Answers[first].Worker, table.Answers[second].Worker);
    }

    private bool Overlap(int a, int b) => Math.Abs(run.Accuracies[a] - run.Accuracies[b]) <= Margin(a) + Margin(b) + Same;

    private double Margin(int worker)
    {
        var accuracy = run.Accuracies[worker];
        return table.Problem.KnownAccuracies.ContainsKey(worker) ? 0 : Interval * Math.Sqrt(accuracy * (1 - accuracy) / (PseudoAnswers + table.AnswersOf[worker]));
    }

    /// <summary>Probability that none of the given labels is true, by the workers' accuracies alone.</summary>
    private double UnseenOf(int item)
    {
        var labels = LabelsOf(item);
        if (!table.IsCompared || table.GoldSlots[item] >= 0 || labels.Length >= table.Problem.Labels)
        {
            return 0;
        }

        var (unseenShare, seen) = (1.0, 0.0);
        foreach (var label in labels)
        {
            unseenShare -= run.ClassPriors[label];
            seen += run.ClassPriors[label] * Likelihood(item, label);
        }

        var unseen = Math.Max(0, unseenShare) * Likelihood(item, -1);
        return unseen > 0 ? unseen / (unseen + seen) : 0;
    }

    private double Likelihood(int item, int truth)
    {
        var likelihood = 1.0;
        for (var a = table.AnswerStart[item]; a < table.AnswerStart[item + 1]; a++)
        {
            var (_, worker, label) = table.Answers[a];
            var accuracy = run.Accuracies[worker];
            var probability = label == truth ? accuracy : (1 - accuracy) / Math.Max(1, table.Problem.Labels - 1);
            likelihood *= table.Weights[worker] > 0 ? Math.Max(ErrorMatrices.Least, probability) : 1;
        }

        return likelihood;
    }
}
