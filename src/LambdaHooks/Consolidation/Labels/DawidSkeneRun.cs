namespace LambdaHooks.Consolidation.Labels;

/// <summary>The state of one estimation: posteriors of the items' labels, and what they say about the workers.</summary>
internal sealed class DawidSkeneRun
{
    private const double PseudoAnswers = 5;

    /// <summary>A crowd is taken to be right in eight of ten answers before it has answered: one object alone could not tell.</summary>
    private const double PoolPseudoAnswers = 10;

    private const double PoolAccuracy = 0.8;
    private const double LeastKnown = 0.01;

    /// <summary>What is less likely than this, in logarithms, than the best label changes no digit of it.</summary>
    private const double LeastLog = -50;

    private readonly LabelTable table;
    private readonly ErrorMatrices matrices;
    private readonly double classPriorCount;
    private readonly double[] next;
    private readonly double[] accuracyLogs;
    private readonly double[] errorLogs;
    private readonly double[] shareLogs;

    /// <param name="table">What was answered.</param>
    /// <param name="matrices">How the workers err.</param>
    /// <param name="classPriorCount">Pseudo-items a label; infinity for equal shares.</param>
    public DawidSkeneRun(LabelTable table, ErrorMatrices matrices, double classPriorCount)
    {
        (this.table, this.matrices, this.classPriorCount) = (table, matrices, classPriorCount);
        (Posteriors, next) = (new double[table.Candidates.Length], new double[table.Candidates.Length]);
        (Accuracies, accuracyLogs, errorLogs) = (new double[table.Weights.Length], new double[table.Weights.Length], new double[table.Weights.Length]);
        (ClassPriors, Masses, shareLogs) = (new double[table.Problem.Labels], new double[table.Problem.Labels], new double[table.Problem.Labels]);
    }

    /// <summary>Posterior of each candidate of <see cref="LabelTable.Candidates"/>.</summary>
    public double[] Posteriors { get; }

    /// <summary>Accuracy of each worker over all labels.</summary>
    public double[] Accuracies { get; }

    /// <summary>Share of each label.</summary>
    public double[] ClassPriors { get; }

    /// <summary>Posterior mass of each label over all items.</summary>
    public double[] Masses { get; }

    public ErrorMatrices Matrices => matrices;

    /// <summary>Iterates from the vote shares; gives the number of iterations.</summary>
    public int Iterate(int limit, double tolerance)
    {
        Vote();
        Learn();
        var done = 0;
        while (done < limit)
        {
            done++;
            var moved = Judge();
            Learn();
            if (moved < tolerance)
            {
                break;
            }
        }

        return done;
    }

    private void Vote()
    {
        for (var answer = 0; answer < table.Answers.Length; answer++)
        {
            var (item, worker, _) = table.Answers[answer];
            Posteriors[table.Slots[answer]] += table.Counted[item] ? table.Weights[worker] : 1;
        }

        for (var item = 0; item < table.Problem.Items; item++)
        {
            Normalise(Candidates(Posteriors, item));
            Clamp(Posteriors, item);
        }
    }

    /// <summary>What the posteriors say about workers and labels.</summary>
    private void Learn()
    {
        LearnAccuracies();
        LearnClassPriors();
        matrices.Learn(Posteriors, Accuracies);
    }

    private void LearnAccuracies()
    {
        Array.Clear(Accuracies);
        var (right, all) = (0.0, 0.0);
        for (var answer = 0; answer < table.Answers.Length; answer++)
        {
            var worker = table.WorkerOf[answer];
            var posterior = Posteriors[table.Slots[answer]];
            Accuracies[worker] += posterior;
            right += table.Weights[worker] * posterior;
            all += table.Weights[worker];
        }

        var pool = (right + (PoolPseudoAnswers * PoolAccuracy)) / (all + PoolPseudoAnswers);
        for (var worker = 0; worker < Accuracies.Length; worker++)
        {
            Accuracies[worker] = table.Problem.KnownAccuracies.TryGetValue(worker, out var known)
                ? Math.Clamp(known, LeastKnown, 1 - LeastKnown)
                : ((PseudoAnswers * pool) + Accuracies[worker]) / (PseudoAnswers + table.AnswersOf[worker]);
            accuracyLogs[worker] = Math.Log(Math.Max(ErrorMatrices.Least, Accuracies[worker]));
            errorLogs[worker] = Math.Log(Math.Max(ErrorMatrices.Least, (1 - Accuracies[worker]) / Math.Max(1, table.Problem.Labels - 1)));
        }
    }

    private void LearnClassPriors()
    {
        Array.Clear(Masses);
        var items = 0;
        for (var item = 0; item < table.Problem.Items; item++)
        {
            if (table.Counted[item])
            {
                items++;
                for (var slot = table.CandidateStart[item]; slot < table.CandidateStart[item + 1]; slot++)
                {
                    Masses[table.Candidates[slot]] += Posteriors[slot];
                }
            }
        }

        for (var label = 0; label < ClassPriors.Length; label++)
        {
            ClassPriors[label] = double.IsPositiveInfinity(classPriorCount) || items == 0
                ? 1.0 / ClassPriors.Length
                : (Masses[label] + classPriorCount) / (items + (classPriorCount * ClassPriors.Length));
            shareLogs[label] = Math.Log(Math.Max(ErrorMatrices.Least, ClassPriors[label]));
        }
    }

    /// <summary>New posteriors from what was learned; gives how far the one that moved most did.</summary>
    private double Judge()
    {
        var most = 0.0;
        for (var item = 0; item < table.Problem.Items; item++)
        {
            var scores = Candidates(next, item);
            if (scores.Length == 1)
            {
                // What everybody said stays certain among the labels that were given.
                scores[0] = 1;
                continue;
            }

            var candidates = table.Candidates.AsSpan(table.CandidateStart[item], scores.Length);
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = shareLogs[candidates[i]];
            }

            for (var answer = table.AnswerStart[item]; answer < table.AnswerStart[item + 1]; answer++)
            {
                var worker = table.WorkerOf[answer];
                matrices.Add(answer, candidates, scores, accuracyLogs[worker], errorLogs[worker]);
            }

            Exponentiate(scores);
            Clamp(next, item);
            most = Math.Max(most, Distance(scores, Candidates(Posteriors, item)));
        }

        next.CopyTo(Posteriors, 0);
        return most;
    }

    private Span<double> Candidates(double[] values, int item) =>
        values.AsSpan(table.CandidateStart[item], table.CandidateStart[item + 1] - table.CandidateStart[item]);

    private void Clamp(double[] values, int item)
    {
        if (table.GoldSlots[item] >= 0)
        {
            Candidates(values, item).Clear();
            values[table.GoldSlots[item]] = 1;
        }
    }

    private static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var most = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            most = Math.Max(most, Math.Abs(a[i] - b[i]));
        }

        return most;
    }

    private static void Exponentiate(Span<double> scores)
    {
        if (scores.IsEmpty)
        {
            return;
        }

        var best = scores[0];
        for (var i = 1; i < scores.Length; i++)
        {
            best = Math.Max(best, scores[i]);
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = scores[i] == best ? 1 : scores[i] - best < LeastLog ? 0 : Math.Exp(scores[i] - best);
        }

        Normalise(scores);
    }

    private static void Normalise(Span<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        for (var i = 0; i < values.Length && sum > 0; i++)
        {
            values[i] /= sum;
        }
    }
}
