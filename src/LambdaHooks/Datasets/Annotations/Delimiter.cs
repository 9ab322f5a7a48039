namespace LambdaHooks.Datasets.Annotations;

/// <summary>Finds what stands between the fields of a text.</summary>
internal static class Delimiter
{
    private const string Known = ",;\t";
    private const int RowsRead = 10;
    private const int CharactersRead = 1 << 16;

    /// <summary>
    /// The comma, semicolon or tab that divides every one of the first rows into the same number of fields, and into most of them;
    /// where none does, the one that divides the first row most. Quoted text does not count.
    /// </summary>
    public static char Of(string text)
    {
        var counts = CountRows(text.AsSpan(0, Math.Min(text.Length, CharactersRead)));
        if (text.Length > CharactersRead && counts.Count is > 1 and < RowsRead)
        {
            // The last row was cut.
            counts.RemoveAt(counts.Count - 1);
        }

        var best = 0;
        for (var d = 1; d < Known.Length; d++)
        {
            best = IsBetter(counts, d, best) ? d : best;
        }

        return Known[best];
    }

    private static bool IsBetter(List<int[]> counts, int candidate, int best)
    {
        var (isEven, wasEven) = (IsEven(counts, candidate), IsEven(counts, best));
        return isEven == wasEven ? counts.Count > 0 && counts[0][candidate] > counts[0][best] : isEven;
    }

    private static bool IsEven(List<int[]> counts, int delimiter) =>
        counts.Count > 0 && counts[0][delimiter] > 0 && counts.All(c => c[delimiter] == counts[0][delimiter]);

    private static List<int[]> CountRows(ReadOnlySpan<char> head)
    {
        var rows = new List<int[]>();
        var row = new int[Known.Length];
        var (quoted, blank) = (false, true);
        foreach (var c in head)
        {
            quoted ^= c == '"';
            if (!quoted && c is '\r' or '\n')
            {
                AddRow();
                if (rows.Count == RowsRead)
                {
                    return rows;
                }
            }
            else
            {
                blank &= char.IsWhiteSpace(c) && c != '\t';
                var known = quoted ? -1 : Known.IndexOf(c, StringComparison.Ordinal);
                if (known >= 0)
                {
                    row[known]++;
                }
            }
        }

        AddRow();
        return rows;

        void AddRow()
        {
            if (!blank)
            {
                rows.Add(row);
                (row, blank) = (new int[Known.Length], true);
            }
        }
    }
}
