namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Finds, for each mark of one side, the marks of the other side it may be matched with.</summary>
internal static class Candidates
{
    /// <summary>Marks examined on each side of a mark, nearest starts first, so that thousands that lie over each other cost linear time.</summary>
    private const int MostExamined = 128;

    /// <summary>Candidates kept for a mark, the best, so that memory stays linear too.</summary>
    private const int MostKept = 24;

    /// <summary>The pairs with their profits: a row for each mark of <paramref name="rows"/>, a column for each of <paramref name="columns"/>.</summary>
    /// <param name="rows">One side, sorted by start.</param>
    /// <param name="columns">The other side, sorted by start.</param>
    /// <param name="likeness">Who may be matched.</param>
    /// <param name="profit">Profit of a pair by row, column and likeness; 0 or less for none.</param>
    public static SparseProfits Find(Marks rows, Marks columns, Likeness likeness, Func<int, int, double, double> profit)
    {
        var found = new SparseProfits(rows.Count, columns.Count);
        var kept = new List<(double Profit, int Column)>();
        for (var row = 0; row < rows.Count; row++)
        {
            Examine(rows, row, columns, likeness, profit, kept);
            KeepBest(kept, row);
            foreach (var (value, column) in kept)
            {
                found.Add(column, value);
            }

            found.EndRow();
        }

        return found;
    }

    private static void Examine(
        Marks rows, int row, Marks columns, Likeness likeness, Func<int, int, double, double> profit, List<(double Profit, int Column)> kept)
    {
        kept.Clear();
        var (start, end, reach) = (rows.Start(row), rows.End(row), likeness.Reach(rows, row));
        var from = columns.FirstFrom(start);
        for (var column = from; column < columns.Count && column - from < MostExamined && columns.Place(column) <= end + Marks.Widening; column++)
        {
            Consider(column);
        }

        for (var column = from - 1; column >= 0 && from - column <= MostExamined && columns.Place(column) >= start - reach - Marks.Widening && columns.LatestEnd(column) >= start; column--)
        {
            Consider(column);
        }

        void Consider(int column)
        {
            var alike = likeness.Of(rows, row, columns, column);
            if (alike >= likeness.From && profit(row, column, alike) is > 0 and var value)
            {
                kept.Add((value, column));
            }
        }
    }

    /// <summary>Among equals, each row prefers others, so that many equal marks find enough partners among few candidates each.</summary>
    private static void KeepBest(List<(double Profit, int Column)> kept, int row)
    {
        if (kept.Count > MostKept)
        {
            SortBestFirst(kept, row);
            kept.RemoveRange(MostKept, kept.Count - MostKept);
        }
    }

    private static void SortBestFirst(List<(double Profit, int Column)> kept, int row) =>
        kept.Sort((a, b) => a.Profit != b.Profit ? b.Profit.CompareTo(a.Profit) : Scattered(row, a.Column).CompareTo(Scattered(row, b.Column)));

    private static uint Scattered(int row, int column) => unchecked((((uint)row * 0x9E3779B1) ^ ((uint)column * 0x85EBCA77)) * 0xC2B2AE3D);
}
