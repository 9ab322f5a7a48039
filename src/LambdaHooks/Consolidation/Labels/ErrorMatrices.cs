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
    private readonly int[] cellsOf;
    private readonly int[] certain;
    private readonly (int Worker, int Label)[] columns;
    private readonly double[] counts;
    private readonly double[] logs;
    private readonly double[] rows;

    public ErrorMatrices(LabelTable table, double strength)
    {
        (this.table, this.strength, labels) = (table, strength, table.Problem.Labels);
        (cellsOf, columns) = Columns(table);
        certain = Certain(table, cellsOf, columns.Length);
        IsOneCoin = double.IsPositiveInfinity(strength) || (long)columns.Length * labels > MostCells || (long)table.Problem.Workers * labels > MostCells;
        (counts, logs, rows) = IsOneCoin ? ([], [], []) : (new double[columns.Length * labels], new double[columns.Length * labels], new double[table.Problem.Workers * labels]);
        for (var answer = 0; answer < cellsOf.Length && !IsOneCoin; answer++)
        {
            cellsOf[answer] *= labels;
        }
    }

    /// <summary>True where each worker has one accuracy and no matrix.</summary>
    public bool IsOneCoin { get; }

    /// <summary>Starts a new count with the answers that nobody contradicts, which are right whatever the workers are like.</summary>
    public void Clear()
    {
        Array.Clear(counts);
        for (var column = 0; column < columns.Length && !IsOneCoin; column++)
        {
            counts[(column * labels) + columns[column].Label] = certain[column];
        }
    }

    /// <summary>Counts the answers to one item; each of its labels is true by so much.</summary>
    public void Count(int item, ReadOnlySpan<int> candidates, ReadOnlySpan<double> shares)
    {
        foreach (var cells in CellsOf(item))
        {
            var column = counts.AsSpan(cells, labels);
            for (var i = 0; i < candidates.Length; i++)
            {
                column[candidates[i]] += shares[i];
            }
        }
    }

    /// <summary>Adds to each worker's right answers what was counted.</summary>
    public void AddRight(double[] right)
    {
        for (var column = 0; column < columns.Length; column++)
        {
            right[columns[column].Worker] += IsOneCoin ? certain[column] : counts[(column * labels) + columns[column].Label];
        }
    }

    /// <summary>Takes the logarithms that <see cref="Add"/> needs from what was counted.</summary>
    public void Learn(double[] accuracies)
    {
        AddRows();
        for (var column = 0; column < columns.Length && !IsOneCoin; column++)
        {
            var (worker, label) = columns[column];
            var others = (1 - accuracies[worker]) / Math.Max(1, labels - 1);
            for (var truth = 0; truth < labels; truth++)
            {
                var prior = truth == label ? accuracies[worker] : others;
                logs[(column * labels) + truth] = table.Weights[worker] * Math.Log(Math.Max(Least, Share(counts[(column * labels) + truth], rows[(worker * labels) + truth], prior)));
            }
        }
    }

    /// <summary>Adds what the answers to one item say to the log posteriors of its labels.</summary>
    public void Add(int item, ReadOnlySpan<int> candidates, Span<double> scores)
    {
        foreach (var cells in CellsOf(item))
        {
            var column = logs.AsSpan(cells, labels);
            for (var i = 0; i < candidates.Length && i < scores.Length; i++)
            {
                scores[i] += column[candidates[i]];
            }
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

    private ReadOnlySpan<int> CellsOf(int item) => cellsOf.AsSpan(table.AnswerStart[item]..table.AnswerStart[item + 1]);

    private void AddRows()
    {
        Array.Clear(rows);
        for (var column = 0; column < columns.Length && !IsOneCoin; column++)
        {
            var row = rows.AsSpan(columns[column].Worker * labels, labels);
            var counted = counts.AsSpan(column * labels, labels);
            for (var truth = 0; truth < row.Length; truth++)
            {
                row[truth] += counted[truth];
            }
        }
    }

    /// <summary>How many answers of each column nobody contradicts.</summary>
    private static int[] Certain(LabelTable table, int[] columnOf, int columns)
    {
        var certain = new int[columns];
        for (var item = 0; item < table.Problem.Items; item++)
        {
            for (var answer = table.AnswerStart[item]; answer < table.AnswerStart[item + 1] && table.IsCertain(item); answer++)
            {
                certain[columnOf[answer]]++;
            }
        }

        return certain;
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
