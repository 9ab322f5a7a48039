namespace LambdaHooks.Datasets.Annotations;

/// <summary>A table that is read row by row, each row by itself.</summary>
internal abstract class RowTable(AnnotationSource source, TableColumns columns, AnnotationDraft draft)
{
    protected AnnotationSource Source => source;

    protected TableColumns Columns => columns;

    protected AnnotationDraft Draft => draft;

    /// <summary>Reads the row that was read already, then the others.</summary>
    public void ReadFrom(DelimitedRows rows, List<string> row)
    {
        AddWhole(row, rows.Line);
        Read(rows);
    }

    /// <summary>Reads the rows that are left.</summary>
    public void Read(DelimitedRows rows)
    {
        List<string> row = [];
        while (rows.Read(row))
        {
            AddWhole(row, rows.Line);
        }
    }

    /// <summary>Adds what a row says.</summary>
    /// <param name="row">As many fields as there are columns.</param>
    /// <param name="annotator">Whose it is; may be empty.</param>
    /// <param name="line">Its line, for errors.</param>
    protected abstract void Add(List<string> row, string annotator, int line);

    private void AddWhole(List<string> row, int line)
    {
        if (row.Count != columns.Count)
        {
            throw source.At(line, $"{CsvAnnotations.Fields(row.Count)} instead of {columns.Count}");
        }

        Add(row, columns.Annotator < 0 ? source.OnlyAnnotator : row[columns.Annotator], line);
    }
}
