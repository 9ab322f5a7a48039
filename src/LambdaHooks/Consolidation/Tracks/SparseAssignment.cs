namespace LambdaHooks.Consolidation.Tracks;

/// <summary>
/// The one-to-one matching of greatest total profit between rows and columns, where only some pairs may be matched at all and anybody
/// may stay alone.
/// </summary>
/// <remarks>
/// The Hungarian method by shortest augmenting paths (Jonker and Volgenant 1987) on a sparse graph, with exact integer profits. Rows
/// join one after the other, each along the cheapest chain of rematchings. A chain is local where the graph is, so time grows with the
/// segments and not with their square; where it is not, the work is bounded, and what is left then is matched best first.
/// </remarks>
internal sealed class SparseAssignment
{
    private const int None = -1;
    private const long WorkPerEdge = 8;
    private const long LeastWork = 1 << 18;

    private readonly SparseProfits profits;
    private readonly int[] columnOfRow;
    private readonly int[] rowOfColumn;
    private readonly long[] rowPrice;
    private readonly long[] columnPrice;
    private readonly List<int> settledColumns = [];
    private readonly PriorityQueue<int, (long Distance, int Column)> open = new();
    private long[] distance = [];
    private int[] reachedFrom = [];
    private int[] seen = [];
    private int round;
    private long work;

    private SparseAssignment(SparseProfits profits)
    {
        this.profits = profits;
        columnOfRow = Filled(profits.Rows);
        rowOfColumn = Filled(profits.Columns);
        rowPrice = new long[profits.Rows];
        columnPrice = new long[profits.Columns];
        work = LeastWork + (WorkPerEdge * profits.Edges);
    }

    /// <summary>For each row the column it is matched with, or -1.</summary>
    public static int[] Solve(SparseProfits profits)
    {
        var solver = new SparseAssignment(profits);
        for (var row = 0; row < profits.Rows; row++)
        {
            solver.Add(row);
        }

        return solver.columnOfRow;
    }

    private static int[] Filled(int count)
    {
        var filled = new int[count];
        Array.Fill(filled, None);
        return filled;
    }

    /// <summary>Prices keep <c>rowPrice + columnPrice &gt;= profit</c> for every pair, with equality for matched ones.</summary>
    private void Add(int row)
    {
        var (from, to) = profits.EdgesOf(row);
        if (from == to)
        {
            return;
        }

        var (best, bestFree) = (0L, None);
        for (var edge = from; edge < to; edge++)
        {
            var gain = profits.Profit(edge) - columnPrice[profits.Column(edge)];
            if (gain > best || (gain == best && bestFree == None))
            {
                best = Math.Max(best, gain);
                bestFree = gain == best && rowOfColumn[profits.Column(edge)] == None ? profits.Column(edge) : None;
            }
        }

        rowPrice[row] = best;
        if (bestFree != None && best > 0)
        {
            Match(row, bestFree);
        }
        else if (best > 0 && work > 0)
        {
            Augment(row);
        }
        else
        {
            MatchWithBestFree(row, from, to);
        }
    }

    private void Match(int row, int column)
    {
        columnOfRow[row] = column;
        rowOfColumn[column] = row;
    }

    private void MatchWithBestFree(int row, int from, int to)
    {
        var (best, choice) = (0L, None);
        for (var edge = from; edge < to; edge++)
        {
            if (rowOfColumn[profits.Column(edge)] == None && profits.Profit(edge) > best)
            {
                (best, choice) = (profits.Profit(edge), profits.Column(edge));
            }
        }

        if (choice != None)
        {
            Match(row, choice);
        }
    }

    /// <summary>Dijkstra over reduced costs to the nearest end: a free column, or a row that had better stay alone.</summary>
    private void Augment(int start)
    {
        if (round++ == 0)
        {
            (distance, reachedFrom, seen) = (new long[profits.Columns], new int[profits.Columns], new int[profits.Columns]);
        }

        open.Clear();
        settledColumns.Clear();
        var (lonely, lonelyDistance) = (start, rowPrice[start]);
        Relax(start, 0);
        while (open.TryDequeue(out var column, out var key))
        {
            if (key.Distance > distance[column] || seen[column] != round)
            {
                continue;
            }

            if (key.Distance >= lonelyDistance)
            {
                break;
            }

            if (rowOfColumn[column] == None)
            {
                Settle(start, key.Distance);
                Rematch(column);
                return;
            }

            settledColumns.Add(column);
            var row = rowOfColumn[column];
            if (key.Distance + rowPrice[row] < lonelyDistance)
            {
                (lonely, lonelyDistance) = (row, key.Distance + rowPrice[row]);
            }

            Relax(row, key.Distance);
        }

        Settle(start, lonelyDistance);
        LeaveAlone(start, lonely);
    }

    private void Relax(int row, long soFar)
    {
        var (from, to) = profits.EdgesOf(row);
        work -= to - from;
        for (var edge = from; edge < to; edge++)
        {
            var column = profits.Column(edge);
            if (column == columnOfRow[row])
            {
                continue;
            }

            var next = soFar + rowPrice[row] + columnPrice[column] - profits.Profit(edge);
            if (seen[column] != round || next < distance[column])
            {
                seen[column] = round;
                distance[column] = next;
                reachedFrom[column] = row;
                open.Enqueue(column, (next, column));
            }
        }
    }

    private void Settle(int start, long end)
    {
        rowPrice[start] -= end;
        foreach (var column in settledColumns)
        {
            if (distance[column] < end)
            {
                columnPrice[column] += end - distance[column];
                rowPrice[rowOfColumn[column]] -= end - distance[column];
            }
        }
    }

    private void Rematch(int column)
    {
        while (column != None)
        {
            var row = reachedFrom[column];
            var next = columnOfRow[row];
            Match(row, column);
            column = next;
        }
    }

    private void LeaveAlone(int start, int lonely)
    {
        if (lonely == start)
        {
            return;
        }

        var column = columnOfRow[lonely];
        columnOfRow[lonely] = None;
        Rematch(column);
    }
}
