namespace LambdaHooks.Datasets.Annotations;

/// <summary>A table with one annotator's label of one item in each row. An empty label is a missing one.</summary>
internal sealed class LabelTable
{
    private readonly AnnotationSource source;
    private readonly TableColumns columns;
    private readonly AnnotationDraft draft;

    public LabelTable(AnnotationSource source, TableColumns columns, AnnotationDraft draft)
    {
        (this.source, this.columns, this.draft) = (source, columns, draft);
        if (columns.Clip < 0 || columns.Label < 0)
        {
            throw source.Error("a table without times needs the columns item and label");
        }
    }

    /// <summary>Reads the row that was read already, then the others.</summary>
    public void ReadFrom(DelimitedRows rows, List<string> row)
    {
        Add(row, rows.Line);
        Read(rows);
    }

    /// <summary>Reads the rows that are left.</summary>
    public void Read(DelimitedRows rows)
    {
        List<string> row = [];
        while (rows.Read(row))
        {
            Add(row, rows.Line);
        }
    }

    private void Add(List<string> row, int line)
    {
        if (row.Count != columns.Count)
        {
            throw source.At(line, $"{CsvAnnotations.Fields(row.Count)} instead of {columns.Count}");
        }

        var annotator = columns.Annotator < 0 ? source.OnlyAnnotator : row[columns.Annotator];
        if (annotator.Length == 0 || row[columns.Clip].Length == 0)
        {
            throw source.At(line, annotator.Length == 0 ? "no annotator" : "no item");
        }

        var label = row[columns.Label];
        if (label.Length > 0 && !draft.TryAddCell(TableColumns.Field(row, columns.Track), row[columns.Clip], annotator, label))
        {
            throw source.At(line, $"{AnnotationException.Quote(annotator)} labels {AnnotationException.Quote(row[columns.Clip])} a second time");
        }
    }
}
