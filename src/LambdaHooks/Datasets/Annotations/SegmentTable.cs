using LambdaHooks.Timeline;

namespace LambdaHooks.Datasets.Annotations;

/// <summary>A table with a segment in each row.</summary>
internal sealed class SegmentTable
{
    private readonly AnnotationSource source;
    private readonly TableColumns columns;
    private readonly AnnotationDraft draft;

    public SegmentTable(AnnotationSource source, TableColumns columns, AnnotationDraft draft)
    {
        (this.source, this.columns, this.draft) = (source, columns, draft);
        if (columns.Start < 0 || (columns.End < 0) == (columns.Duration < 0))
        {
            throw source.Error("a table of segments needs a column start, and either end or duration");
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
        var clip = columns.Clip >= 0 ? row[columns.Clip] : columns.Annotator < 0 ? source.Clip : source.Stem;
        var track = TableColumns.Field(row, columns.Track);
        if (annotator.Length == 0)
        {
            throw source.At(line, "no annotator");
        }

        if (SaysNothing(row))
        {
            draft.Open(track, clip, annotator);
            return;
        }

        if (Problem(row, out var interval) is { } problem)
        {
            throw source.At(line, problem);
        }

        var label = TableColumns.Field(row, columns.Label);
        draft.Add(track, clip, annotator, new Segment(interval, label.Length == 0 ? null : label) { Text = TableColumns.Field(row, columns.Text) });
    }

    private bool SaysNothing(List<string> row) =>
        row[columns.Start].Length == 0 && TableColumns.Field(row, columns.End).Length == 0 && TableColumns.Field(row, columns.Duration).Length == 0 && TableColumns.Field(row, columns.Label).Length == 0;

    private string? Problem(List<string> row, out Interval interval)
    {
        interval = default;
        return SecondsText.Problem("start", row[columns.Start], out var start) is { } atStart ? atStart
            : columns.End >= 0 ? SecondsText.Problem("end", row[columns.End], out var end) ?? SecondsText.Problem(start, end, out interval)
            : SecondsText.Problem("duration", row[columns.Duration], out var duration) ?? SecondsText.ProblemOfDuration(start, duration, out interval);
    }
}
