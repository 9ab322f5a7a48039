namespace LambdaHooks.Benchmarks.Measuring;

/// <summary>A table as lines of text: words to the left, figures to the right.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    public static IEnumerable<string> Lines(IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] widths = [.. head.Select((h, column) => rows.Select(r => r[column].Length).Append(h.Length).Max())];
        bool[] figures = [.. head.Select((_, column) => rows.All(r => r[column].Length == 0 || char.IsAsciiDigit(r[column][0]) || r[column] == "-"))];
        return new[] { head, [.. widths.Select(w => new string('-', w))] }.Concat(rows).Select(r => Line(r, widths, figures));
    }

    private static string Line(IReadOnlyList<string> cells, int[] widths, bool[] figures) =>
        string.Join(Gap, cells.Select((c, column) => figures[column] ? c.PadLeft(widths[column]) : c.PadRight(widths[column]))).TrimEnd();
}
