namespace LambdaHooks.Cli.Report;

/// <summary>Tables with a caption and headers, so that they can be heard as well as seen.</summary>
internal static class HtmlTable
{
    /// <summary>Writes a table; the first cell of a row is its header.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="caption">What it holds.</param>
    /// <param name="columns">Headers; those of columns of numbers start with <c>#</c>.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="cell">Writes the content of a cell, by row and column.</param>
    public static void Write<T>(HtmlWriter html, string caption, string[] columns, IEnumerable<T> rows, Action<T, int> cell)
    {
        using (html.Open("div", ("class", "scroll")))
        using (html.Open("table"))
        {
            html.Element("caption", caption);
            WriteHead(html, columns);
            using (html.Open("tbody"))
            {
                foreach (var row in rows)
                {
                    WriteRow(html, columns, row, cell);
                }
            }
        }

        html.Line();
    }

    private static void WriteHead(HtmlWriter html, string[] columns)
    {
        using (html.Open("thead"))
        using (html.Open("tr"))
        {
            foreach (var column in columns)
            {
                html.Element("th", column.TrimStart('#'), ("scope", "col"), ("class", ClassOf(column)));
            }
        }
    }

    private static void WriteRow<T>(HtmlWriter html, string[] columns, T row, Action<T, int> cell)
    {
        using (html.Open("tr"))
        {
            for (var i = 0; i < columns.Length; i++)
            {
                using (i == 0 ? html.Open("th", ("scope", "row"), ("class", ClassOf(columns[i]))) : html.Open("td", ("class", ClassOf(columns[i]))))
                {
                    cell(row, i);
                }
            }
        }
    }

    private static string? ClassOf(string column) => column.StartsWith('#') ? "n" : null;
}
