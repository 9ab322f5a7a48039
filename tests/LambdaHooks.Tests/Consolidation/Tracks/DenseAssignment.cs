namespace LambdaHooks.Tests.Consolidation.Tracks;

/// <summary>The best one-to-one matching by the textbook Hungarian method on a full square matrix: an oracle, and the judge of F1.</summary>
internal static class DenseAssignment
{
    /// <summary>The greatest total of non-negative values, each row and column used once at most.</summary>
    public static double Best(double[,] values)
    {
        var n = Math.Max(values.GetLength(0), values.GetLength(1));
        var (u, v, matched, way) = (new double[n + 1], new double[n + 1], new int[n + 1], new int[n + 1]);
        for (var row = 1; row <= n; row++)
        {
            AddRow(row, n, Cost, u, v, matched, way);
        }

        return Enumerable.Range(1, n).Sum(column => -Cost(matched[column], column));

        double Cost(int row, int column) => row <= values.GetLength(0) && column <= values.GetLength(1) ? -values[row - 1, column - 1] : 0;
    }

    private static void AddRow(int row, int n, Func<int, int, double> cost, double[] u, double[] v, int[] matched, int[] way)
    {
        var (least, used, column) = (new double[n + 1], new bool[n + 1], 0);
        Array.Fill(least, double.PositiveInfinity);
        matched[0] = row;
        do
        {
            used[column] = true;
            var (delta, next) = (double.PositiveInfinity, 0);
            for (var j = 1; j <= n; j++)
            {
                if (used[j])
                {
                    continue;
                }

                var reduced = cost(matched[column], j) - u[matched[column]] - v[j];
                if (reduced < least[j])
                {
                    (least[j], way[j]) = (reduced, column);
                }

                if (least[j] < delta)
                {
                    (delta, next) = (least[j], j);
                }
            }

            for (var j = 0; j <= n; j++)
            {
                if (used[j])
                {
                    u[matched[j]] += delta;
                    v[j] -= delta;
                }
                else
                {
                    least[j] -= delta;
                }
            }

            column = next;
        }
        while (matched[column] != 0);

        while (column != 0)
        {
            (matched[column], column) = (matched[way[column]], way[column]);
        }
    }
}
