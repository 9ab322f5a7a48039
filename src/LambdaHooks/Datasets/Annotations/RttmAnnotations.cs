using LambdaHooks.Timeline;

namespace LambdaHooks.Datasets.Annotations;

/// <summary>
/// Reads Rich Transcription Time Marked files (NIST, RT-09 evaluation plan, appendix A): a line an object, fields divided by blanks,
/// <c>SPEAKER file channel onset duration &lt;NA&gt; &lt;NA&gt; name confidence lookahead</c>.
/// </summary>
/// <remarks>
/// The file id is the clip, the name the label; one file is one annotator's. Nine fields are read as well, since older files have no
/// lookahead. The channel says nothing here: programs differ in how they number it. Other types of the format are left out, comments
/// start with <c>;;</c>.
/// </remarks>
public static class RttmAnnotations
{
    private const string Speaker = "SPEAKER";
    private const string Missing = "<NA>";

    private static readonly HashSet<string> OtherTypes =
        ["SEGMENT", "NOSCORE", "NO_RT_METADATA", "LEXEME", "NON-LEX", "NON-SPEECH", "FILLER", "EDIT", "IP", "SU", "CB", "A/P", "SPKR-INFO"];

    /// <summary>Reads a file into a draft.</summary>
    /// <exception cref="AnnotationException">It cannot be used.</exception>
    public static void Read(AnnotationSource source, AnnotationDraft draft)
    {
        var number = 0;
        Span<Range> fields = stackalloc Range[12];
        foreach (var line in AnnotationText.Of(source).AsSpan().EnumerateLines())
        {
            number++;
            var content = line.Trim();
            if (content.Length > 0 && !content.StartsWith(";;"))
            {
                ReadLine(source, number, content, fields, draft);
            }
        }
    }

    /// <summary>True for a line that this format may have.</summary>
    internal static bool IsLine(ReadOnlySpan<char> line)
    {
        Span<Range> fields = stackalloc Range[12];
        return line.StartsWith(";;") || (Split(line, fields) is 9 or 10 && line[fields[0]] is Speaker);
    }

    private static void ReadLine(AnnotationSource source, int number, ReadOnlySpan<char> line, Span<Range> fields, AnnotationDraft draft)
    {
        var count = Split(line, fields);
        var type = line[fields[0]];
        if (type is not Speaker)
        {
            if (!OtherTypes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(type))
            {
                throw source.At(number, $"{AnnotationException.Quote(type.ToString())} is no type of RTTM");
            }

            return;
        }

        if (count is not (9 or 10))
        {
            throw source.At(number, $"{(count > 10 ? "more than 10" : count)} fields instead of 10");
        }

        var (clip, label) = (line[fields[1]].ToString(), line[fields[7]].ToString());
        if (Problem(line[fields[3]].ToString(), line[fields[4]].ToString(), out var interval) is { } problem)
        {
            throw source.At(number, problem);
        }

        draft.Add("", clip, source.OnlyAnnotator, new Segment(interval, label == Missing ? null : label));
    }

    private static string? Problem(string onset, string duration, out Interval interval)
    {
        interval = default;
        return SecondsText.Problem("onset", onset, out var start)
            ?? SecondsText.Problem("duration", duration, out var length)
            ?? SecondsText.ProblemOfDuration(start, length, out interval);
    }

    private static int Split(ReadOnlySpan<char> line, Span<Range> fields) =>
        line.SplitAny(fields, [' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
}
