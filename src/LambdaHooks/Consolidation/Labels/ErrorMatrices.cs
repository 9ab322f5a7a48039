namespace LambdaHooks.Consolidation.Labels;

/// <summary>
/// How often each worker gives each label when another is true: counts with a one-coin prior behind them.
/// </summary>
/// <remarks>
/// Only labels a worker gave have a column, so that memory is at most answers × labels; where even that exceeds
/// <see cref="MostCells"/>, only the workers' accuracies are used, whose memory does not depend on the labels at all.
/// </remarks>
internal sealed class ErrorMatrices
{
    /// <summary>Most cells that are kept: 32 MB of numbers.</summary>
    public const int MostCells = 4_000_000;

    /// <summary>No probability is taken to be smaller, so that nothing is impossible because it was not seen.</summary>
    public const double Least = 1e-10;

    private readonly LabelTable table;
    private readonly double strength;
    private readonly int labels;
    private readonly int[] columnOf;
    private readonly (int Worker, int Label)[] columns;
    private readonly double[] counts;
    private readonly double[] logs;
    private readonly double[] rows;

    public ErrorMatrices(LabelTable table, double strength)
    {
        (this.table, this.strength, labels) = (table, strength, table.Problem.Labels);
        (columnOf, columns) = Columns(table);
        IsOneCoin = double.IsPositiveInfinity(strength) || (long)columns.Length * labels > MostCells || (long)table.Problem.Workers * labels > MostCells;
        (counts, logs, rows) = IsOneCoin ? ([], [], []) : (new double[columns.Length * labels], new double[columns.Length * labels], new double[table.Problem.Workers * labels]);
    }

    /// <summary>True where each worker has one accuracy and no matrix.</summary>
    public bool IsOneCoin { get; }

    /// <summary>Counts anew and takes the logarithms that <see cref="Add"/> needs.</summary>
    public void Learn(double[] posteriors, double[] accuracies)
    {
        if (IsOneCoin)
        {
            return;
        }

        Count(posteriors);
        for (var column = 0; column < columns.Length; column++)
        {
            var (worker, label) = columns[column];
            var others = (1 - accuracies[worker]) / Math.Max(1, labels - 1);
            for (var truth = 0; truth < labels; truth++)
            {
                var prior = truth == label ? accuracies[worker] : others;
                logs[(column * labels) + truth] = Math.Log(Math.Max(Least, Share(counts[(column * labels) + truth], rows[(worker * labels) + truth], prior)));
            }
        }
    }

    /// <summary>Adds what one answer says to the log posteriors of its item's labels.</summary>
    public void Add(int answer, ReadOnlySpan<int> candidates, Span<double> scores, double accuracyLog, double errorLog)
    {
        var weight = table.Weights[table.WorkerOf[answer]];
        if (IsOneCoin)
        {
            for (var i = 0; i < candidates.Length; i++)
            {
                scores[i] += weight * (candidates[i] == table.Answers[answer].Label ? accuracyLog : errorLog);
            }

            return;
        }

        var column = logs.AsSpan(columnOf[answer] * labels, labels);
        for (var i = 0; i < candidates.Length; i++)
        {
            scores[i] += weight * column[candidates[i]];
        }
    }

    /// <summary>Probability that a worker says one label where another, or the same, is true.</summary>
    public double Of(int worker, int truth, int given, double accuracy)
    {
        var prior = truth == given ? accuracy : (1 - accuracy) / Math.Max(1, labels - 1);
        if (IsOneCoin)
        {
            return prior;
        }

        var column = Array.BinarySearch(columns, (worker, given));
        return Share(column < 0 ? 0 : counts[(column * labels) + truth], rows[(worker * labels) + truth], prior);
    }

    private double Share(double count, double row, double prior) => ((strength * prior) + count) / Math.Max(Least, strength + row);

    private void Count(double[] posteriors)
    {
        Array.Clear(counts);
        Array.Clear(rows);
        for (var item = 0; item < table.Problem.Items; item++)
        {
            var from = table.CandidateStart[item];
            var candidates = table.Candidates.AsSpan(from, table.CandidateStart[item + 1] - from);
            var shares = posteriors.AsSpan(from, candidates.Length);
            for (var answer = table.AnswerStart[item]; answer < table.AnswerStart[item + 1]; answer++)
            {
                var column = counts.AsSpan(columnOf[answer] * labels, labels);
                var row = rows.AsSpan(table.WorkerOf[answer] * labels, labels);
                for (var i = 0; i < candidates.Length; i++)
                {
                    column[candidates[i]] += shares[i];
                    row[candidates[i]] += shares[i];
                }
            }
        }
    }

    /// <summary>The labels each worker gave, by worker, then label; and for each answer which of them it is.</summary>
    private static (int[] ColumnOf, (int Worker, int Label)[] Columns) Columns(LabelTable table)
    {
        var order = new int[table.Answers.Length];
        var keys = new long[order.Length];
        for (var a = 0; a < order.Length; a++)
        {
            order[a] = a;
            keys[a] = ((long)table.Answers[a].Worker << 32) | (uint)table.Answers[a].Label;
        }

        Array.Sort(keys, order);
        var columns = new List<(int Worker, int Label)>();
        var columnOf = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1])
            {
                columns.Add((table.Answers[order[i]].Worker, table.Answers[order[i]].Label));
            }

            columnOf[order[i]] = columns.Count - 1;
        }

        return (columnOf, [.. columns]);
    }
}
