using LambdaHooks.Timeline;

namespace LambdaHooks.Datasets.Annotations;

/// <summary>A table with a segment in each row.</summary>
internal sealed class SegmentTable : RowTable
{
    public SegmentTable(AnnotationSource source, TableColumns columns, AnnotationDraft draft)
        : base(source, columns, draft)
    {
        if (columns.Start < 0 || (columns.End < 0) == (columns.Duration < 0))
        {
            throw source.Error("a table of segments needs a column start, and either end or duration");
        }
    }

    protected override void Add(List<string> row, string annotator, int line)
    {
        var clip = Columns.Clip >= 0 ? row[Columns.Clip] : Columns.Annotator < 0 ? Source.Clip : Source.Stem;
        var track = TableColumns.Field(row, Columns.Track);
        if (annotator.Length == 0)
        {
            throw Source.At(line, "no annotator");
        }

        if (SaysNothing(row))
        {
            Draft.Open(track, clip, annotator);
            return;
        }

        if (Problem(row, out var interval) is { } problem)
        {
            throw Source.At(line, problem);
        }

        var label = TableColumns.Field(row, Columns.Label);
        Draft.Add(track, clip, annotator, new Segment(interval, label.Length == 0 ? null : label) { Text = TableColumns.Field(row, Columns.Text) });
    }

    private bool SaysNothing(List<string> row) =>
        row[Columns.Start].Length == 0 && TableColumns.Field(row, Columns.End).Length == 0 && TableColumns.Field(row, Columns.Duration).Length == 0 && TableColumns.Field(row, Columns.Label).Length == 0;

    private string? Problem(List<string> row, out Interval interval)
    {
        interval = default;
        return SecondsText.Problem("start", row[Columns.Start], out var start) is { } atStart ? atStart
            : Columns.End >= 0 ? SecondsText.Problem("end", row[Columns.End], out var end) ?? SecondsText.Problem(start, end, out interval)
            : SecondsText.Problem("duration", row[Columns.Duration], out var duration) ?? SecondsText.ProblemOfDuration(start, duration, out interval);
    }
}
