using System.Globalization;

namespace LambdaHooks.Datasets.Annotations;

/// <summary>A table with a row an item and a column an annotator, or the other way round. An empty cell is a missing label.</summary>
internal sealed class LabelMatrix
{
    private readonly AnnotationSource source;
    private readonly bool rowsAreItems;
    private readonly IReadOnlyList<string>? names;
    private readonly AnnotationDraft draft;
    private int rowsRead;

    private LabelMatrix(AnnotationSource source, MatrixRows rows, IReadOnlyList<string>? names, AnnotationDraft draft)
    {
        (this.source, this.names, this.draft) = (source, names, draft);
        rowsAreItems = rows == MatrixRows.Items;
    }

    /// <summary>A matrix of cells alone: rows and columns are named by their numbers, items of several files apart.</summary>
    public static LabelMatrix OfCells(AnnotationSource source, MatrixRows rows, AnnotationDraft draft) => new(source, rows, null, draft);

    /// <summary>A matrix with a header, whose rows start with their name.</summary>
    public static LabelMatrix OfHeader(AnnotationSource source, MatrixRows rows, IReadOnlyList<string> header, AnnotationDraft draft) =>
        header.Contains("") ? throw source.Error("a column has no name") : new(source, rows, [.. header.Skip(1)], draft);

    /// <summary>Reads the row that was read already, then the others.</summary>
    public void Read(DelimitedRows rows, List<string> row)
    {
        var width = row.Count;
        do
        {
            Add(row, 0, width, rows.Line);
        }
        while (rows.Read(row));
    }

    /// <summary>Reads the rows that are left.</summary>
    public void Read(DelimitedRows rows)
    {
        List<string> row = [];
        while (rows.Read(row))
        {
            Add(row, 1, names!.Count + 1, rows.Line);
        }
    }

    private void Add(List<string> row, int firstCell, int width, int line)
    {
        if (row.Count != width || (firstCell == 1 && row[0].Length == 0))
        {
            throw source.At(line, row.Count != width ? $"{CsvAnnotations.Fields(row.Count)} instead of {width}" : "the row has no name");
        }

        rowsRead++;
        for (var column = firstCell; column < width; column++)
        {
            if (row[column].Length > 0)
            {
                Add(firstCell == 1 ? row[0] : Number(rowsRead), column - firstCell, row[column], line);
            }
        }
    }

    private void Add(string rowName, int column, string cell, int line)
    {
        var columnName = names?[column] ?? Number(column + 1);
        var (item, annotator) = rowsAreItems ? (rowName, columnName) : (columnName, rowName);
        if (!draft.TryAddCell("", names is null ? $"{source.Stem} {item}" : item, annotator, cell))
        {
            throw source.At(line, $"{AnnotationException.Quote(annotator)} labels {AnnotationException.Quote(item)} a second time");
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
