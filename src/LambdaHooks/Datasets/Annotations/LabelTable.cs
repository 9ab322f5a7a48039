namespace LambdaHooks.Datasets.Annotations;

/// <summary>A table with one annotator's label of one item in each row. An empty label is a missing one.</summary>
internal sealed class LabelTable : RowTable
{
    public LabelTable(AnnotationSource source, TableColumns columns, AnnotationDraft draft)
        : base(source, columns, draft)
    {
        if (columns.Clip < 0 || columns.Label < 0)
        {
            throw source.Error("a table without times needs the columns item and label");
        }
    }

    protected override void Add(List<string> row, string annotator, int line)
    {
        if (annotator.Length == 0 || row[Columns.Clip].Length == 0)
        {
            throw Source.At(line, annotator.Length == 0 ? "no annotator" : "no item");
        }

        var label = row[Columns.Label];
        if (label.Length > 0 && !Draft.TryAddCell(TableColumns.Field(row, Columns.Track), row[Columns.Clip], annotator, label))
        {
            throw Source.At(line, $"{AnnotationException.Quote(annotator)} labels {AnnotationException.Quote(row[Columns.Clip])} a second time");
        }
    }
}
