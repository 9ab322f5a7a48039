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
    private readonly int[] open;
    private readonly int counted;
    private readonly double[] certainMasses;
    private readonly double[] right;
    private readonly double[] gains;
    private readonly double[] shareLogs;
    private readonly double[] buffer;

    /// <param name="table">What was answered.</param>
    /// <param name="matrices">How the workers err.</param>
    /// <param name="classPriorCount">Pseudo-items a label; infinity for equal shares.</param>
    public DawidSkeneRun(LabelTable table, ErrorMatrices matrices, double classPriorCount)
    {
        (this.table, this.matrices, this.classPriorCount) = (table, matrices, classPriorCount);
        (Posteriors, buffer) = (new double[table.Candidates.Length], new double[MostCandidates(table)]);
        (Accuracies, right, gains) = (new double[table.Weights.Length], new double[table.Weights.Length], new double[table.Weights.Length]);
        (ClassPriors, Masses, certainMasses, shareLogs) = (new double[table.Problem.Labels], new double[table.Problem.Labels], new double[table.Problem.Labels], new double[table.Problem.Labels]);
        open = [.. Enumerable.Range(0, table.Problem.Items).Where(i => !table.IsCertain(i))];
        for (var item = 0; item < table.Problem.Items; item++)
        {
            counted += table.Counted[item] ? 1 : 0;
            if (table.IsCertain(item) && table.Counted[item])
            {
                certainMasses[table.Candidates[table.CandidateStart[item]]]++;
            }
        }
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
        Clear();
        Vote();
        Learn();
        var done = 0;
        while (done < limit)
        {
            done++;
            Clear();
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
            Clamp(Candidates(Posteriors, item), item);
        }

        foreach (var item in open)
        {
            Count(item, Given(item), Candidates(Posteriors, item));
        }
    }

    /// <summary>Starts a new count with the items of which only one label may be true: they are the same in every iteration.</summary>
    private void Clear()
    {
        certainMasses.CopyTo(Masses, 0);
        Array.Clear(right);
        matrices.Clear();
    }

    private void Count(int item, ReadOnlySpan<int> given, ReadOnlySpan<double> shares)
    {
        for (var i = 0; i < given.Length && table.Counted[item]; i++)
        {
            Masses[given[i]] += shares[i];
        }

        if (!matrices.IsOneCoin)
        {
            matrices.Count(item, given, shares);
            return;
        }

        var start = table.CandidateStart[item];
        for (var answer = table.AnswerStart[item]; answer < table.AnswerStart[item + 1]; answer++)
        {
            right[table.WorkerOf[answer]] += shares[table.Slots[answer] - start];
        }
    }

    /// <summary>Learns how workers err and which labels are frequent from what was counted.</summary>
    private void Learn()
    {
        matrices.AddRight(right);
        LearnAccuracies();
        LearnClassPriors();
        matrices.Learn(Accuracies);
    }

    private void LearnAccuracies()
    {
        var (sum, all) = (0.0, 0.0);
        for (var worker = 0; worker < right.Length; worker++)
        {
            sum += table.Weights[worker] * right[worker];
            all += table.Weights[worker] * table.AnswersOf[worker];
        }

        var pool = (sum + (PoolPseudoAnswers * PoolAccuracy)) / (all + PoolPseudoAnswers);
        for (var worker = 0; worker < Accuracies.Length; worker++)
        {
            Accuracies[worker] = table.Problem.KnownAccuracies.TryGetValue(worker, out var known)
                ? Math.Clamp(known, LeastKnown, 1 - LeastKnown)
                : ((PseudoAnswers * pool) + right[worker]) / (PseudoAnswers + table.AnswersOf[worker]);
            gains[worker] = table.Weights[worker] * (Log(Accuracies[worker]) - Log((1 - Accuracies[worker]) / Math.Max(1, table.Problem.Labels - 1)));
        }
    }

    private void LearnClassPriors()
    {
        for (var label = 0; label < ClassPriors.Length; label++)
        {
            ClassPriors[label] = double.IsPositiveInfinity(classPriorCount) || counted == 0
                ? 1.0 / ClassPriors.Length
                : (Masses[label] + classPriorCount) / (counted + (classPriorCount * ClassPriors.Length));
            shareLogs[label] = Log(ClassPriors[label]);
        }
    }

    /// <summary>New posteriors from what was learned, counted at once; gives how far the one that moved most did.</summary>
    private double Judge()
    {
        var most = 0.0;
        foreach (var item in open)
        {
            var given = Given(item);
            var scores = buffer.AsSpan(0, given.Length);
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = shareLogs[given[i]];
            }

            Add(item, given, scores);
            Exponentiate(scores);
            Clamp(scores, item);
            var posteriors = Candidates(Posteriors, item);
            most = Math.Max(most, Distance(scores, posteriors));
            scores.CopyTo(posteriors);
            Count(item, given, posteriors);
        }

        return most;
    }

    private void Add(int item, ReadOnlySpan<int> given, Span<double> scores)
    {
        if (!matrices.IsOneCoin)
        {
            matrices.Add(item, given, scores);
            return;
        }

        // What an answer takes from all other labels alike is left out.
        var start = table.CandidateStart[item];
        for (var answer = table.AnswerStart[item]; answer < table.AnswerStart[item + 1]; answer++)
        {
            scores[table.Slots[answer] - start] += gains[table.WorkerOf[answer]];
        }
    }

    private ReadOnlySpan<int> Given(int item) => table.Candidates.AsSpan(table.CandidateStart[item]..table.CandidateStart[item + 1]);

    private Span<double> Candidates(double[] values, int item) => values.AsSpan(table.CandidateStart[item]..table.CandidateStart[item + 1]);

    private void Clamp(Span<double> posteriors, int item)
    {
        if (table.GoldSlots[item] >= 0)
        {
            posteriors.Clear();
            posteriors[table.GoldSlots[item] - table.CandidateStart[item]] = 1;
        }
    }

    private static int MostCandidates(LabelTable table)
    {
        var most = 0;
        for (var item = 0; item < table.Problem.Items; item++)
        {
            most = Math.Max(most, table.CandidateStart[item + 1] - table.CandidateStart[item]);
        }

        return most;
    }

    private static double Log(double probability) => Math.Log(Math.Max(ErrorMatrices.Least, probability));

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
