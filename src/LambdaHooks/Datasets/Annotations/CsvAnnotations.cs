namespace LambdaHooks.Datasets.Annotations;

/// <summary>
/// Reads tables: RFC 4180, divided by comma, semicolon or tab, in UTF-8 or UTF-16, numbers with a dot.
/// </summary>
/// <remarks>
/// Without a header: <c>annotator,label,start,end</c> as pygamma-agreement reads it, or <c>worker,task,label</c>. With a header, columns
/// in any order: annotator or worker; label or category; start with end or duration; file, clip or item; tier or track; text. Columns
/// with other names are left out. A header without times makes a table of labels, and one that names only <c>item</c> or <c>annotator</c>,
/// first, a matrix. A row with neither start, end nor label says that its annotator found nothing there.
/// </remarks>
public static class CsvAnnotations
{
    /// <summary>Reads a table into a draft.</summary>
    /// <exception cref="AnnotationException">It cannot be used.</exception>
    public static void Read(AnnotationSource source, AnnotationDraft draft)
    {
        var text = AnnotationText.Of(source);
        var rows = new DelimitedRows(source, text, Delimiter.Of(text));
        List<string> first = [];
        _ = rows.Read(first);
        if (source.Matrix is { } orientation)
        {
            LabelMatrix.OfCells(source, orientation, draft).Read(rows, first);
        }
        else if (IsSegmentRow(first))
        {
            new SegmentTable(source, TableColumns.OfSegments(source), draft).ReadFrom(rows, first);
        }
        else if (TableColumns.AreIn(first))
        {
            ReadBelow([.. first], source, rows, draft);
        }
        else if (first.Count == 3)
        {
            new LabelTable(source, TableColumns.OfLabels(source), draft).ReadFrom(rows, first);
        }
        else
        {
            throw source.At(rows.Line, $"{Fields(first.Count)}: neither a header, nor annotator,label,start,end, nor worker,task,label");
        }
    }

    /// <summary>A number of fields, in words.</summary>
    internal static string Fields(int count) => count == 1 ? "1 field" : $"{count} fields";

    private static void ReadBelow(IReadOnlyList<string> header, AnnotationSource source, DelimitedRows rows, AnnotationDraft draft)
    {
        var columns = new TableColumns(source, header);
        if (source.Annotator is not null && columns.Annotator >= 0)
        {
            throw source.At(rows.Line, $"the table names its annotators, so it cannot be all of {AnnotationException.Quote(source.Annotator)}");
        }

        if (columns.Matrix is { } orientation)
        {
            LabelMatrix.OfHeader(source, orientation, header, draft).Read(rows);
        }
        else if (columns.HasTimes)
        {
            new SegmentTable(source, columns, draft).Read(rows);
        }
        else
        {
            new LabelTable(source, columns, draft).Read(rows);
        }
    }

    private static bool IsSegmentRow(List<string> row) => row.Count == 4 && SecondsText.IsNumber(row[2]) && SecondsText.IsNumber(row[3]);
}
