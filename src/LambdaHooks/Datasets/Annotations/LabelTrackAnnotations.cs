using LambdaHooks.Timeline;

namespace LambdaHooks.Datasets.Annotations;

/// <summary>
/// Reads label tracks: a line a label, fields divided by tabs, either <c>start end label</c> as Audacity exports them, or
/// <c>start label</c> as the SALAMI annotations of music have it, where a section ends where the next begins.
/// </summary>
/// <remarks>
/// Times are seconds with a dot. Audacity's lines of frequencies, which start with a backslash, are left out; of two fields, the label of
/// the last line only says that the clip ends there, and a section without length is none. One file is one annotator's, and where nothing
/// else says whose it is, a name such as <c>clip.annotator.txt</c> says both.
/// </remarks>
public static class LabelTrackAnnotations
{
    /// <summary>Reads a file into a draft.</summary>
    /// <exception cref="AnnotationException">It cannot be used.</exception>
    public static void Read(AnnotationSource source, AnnotationDraft draft)
    {
        var (clip, annotator) = Names(source);
        draft.Open("", clip, annotator);
        (MediaTime Start, string? Label)? open = null;
        var (number, columns) = (0, 0);
        foreach (var raw in AnnotationText.Of(source).AsSpan().EnumerateLines())
        {
            number++;
            if (raw.IsWhiteSpace() || raw[0] == '\\')
            {
                continue;
            }

            var line = LineOf(source, number, raw);
            columns = columns == 0 ? line.Columns : columns;
            if (line.Columns != columns)
            {
                throw source.At(number, $"{CsvAnnotations.Fields(line.Columns)} instead of {columns}");
            }

            if (columns == 3)
            {
                draft.Add("", clip, annotator, new Segment(Between(source, number, line.Start, line.End), line.Label));
                continue;
            }

            if (open is { } section && Between(source, number, section.Start, line.Start) is { } interval && interval.Start < interval.End)
            {
                draft.Add("", clip, annotator, new Segment(interval, section.Label));
            }

            open = (line.Start, line.Label);
        }
    }

    /// <summary>True for a line that this format may have, and that no table without a header does: it tells times with decimals, or a time and a label.</summary>
    internal static bool IsLine(ReadOnlySpan<char> line)
    {
        Span<Range> fields = stackalloc Range[4];
        return line.Split(fields, '\t') switch
        {
            2 => SecondsText.IsNumber(line[fields[0]]) && !SecondsText.IsNumber(line[fields[1]]),
            3 => IsDecimal(line[fields[0]]) && IsDecimal(line[fields[1]]),
            _ => false,
        };
    }

    private static bool IsDecimal(ReadOnlySpan<char> field) => field.Contains('.') && SecondsText.IsNumber(field);

    private static (int Columns, MediaTime Start, MediaTime End, string? Label) LineOf(AnnotationSource source, int number, ReadOnlySpan<char> line)
    {
        Span<Range> fields = stackalloc Range[4];
        var columns = line.Split(fields, '\t');
        if (columns is not (2 or 3))
        {
            throw source.At(number, $"{(columns > 3 ? "more than 3 fields" : CsvAnnotations.Fields(columns))}: neither start, label nor start, end, label, divided by tabs");
        }

        var end = default(MediaTime);
        var problem = SecondsText.Problem("start", line[fields[0]].ToString(), out var start)
            ?? (columns == 3 ? SecondsText.Problem("end", line[fields[1]].ToString(), out end) : null);
        var label = line[fields[columns - 1]].Trim();
        return problem is null ? (columns, start, end, label.Length == 0 ? null : label.ToString()) : throw source.At(number, problem);
    }

    private static Interval Between(AnnotationSource source, int number, MediaTime start, MediaTime end) =>
        SecondsText.Problem(start, end, out var interval) is { } problem ? throw source.At(number, problem) : interval;

    private static (string Clip, string Annotator) Names(AnnotationSource source)
    {
        var dot = source.Stem.LastIndexOf('.');
        return source.Annotator is not null ? (source.Clip, source.Annotator)
            : dot > 0 && dot < source.Stem.Length - 1 ? (source.Stem[..dot], source.Stem[(dot + 1)..])
            : (source.Clip, source.Stem);
    }
}
