using LambdaHooks.Timeline;

namespace LambdaHooks.Datasets.Annotations;

/// <summary>
/// Reads Praat's TextGrid as text, long and short form: interval tiers, whose intervals with a text are segments, and text tiers, whose
/// points are segments without length.
/// </summary>
public static class TextGridAnnotations
{
    /// <summary>Reads a file into a draft.</summary>
    /// <exception cref="AnnotationException">It cannot be used.</exception>
    public static void Read(AnnotationSource source, AnnotationDraft draft)
    {
        var tokens = new TextGridTokens(source, AnnotationText.Of(source));
        ReadHead(source, tokens);
        if (tokens.Flag("<exists>") != "<exists>")
        {
            throw source.At(tokens.Line, "the TextGrid has no tiers");
        }

        var count = Count(source, tokens, "the number of tiers");
        for (var i = 0; i < count; i++)
        {
            ReadTier(source, tokens, draft);
        }
    }

    /// <summary>True for a text that starts as one of these files does.</summary>
    internal static bool IsHead(ReadOnlySpan<char> text) =>
        text.StartsWith("File type", StringComparison.OrdinalIgnoreCase) || text.StartsWith("\"ooTextFile", StringComparison.Ordinal);

    private static void ReadHead(AnnotationSource source, TextGridTokens tokens)
    {
        var type = tokens.Text("\"ooTextFile\"");
        var kind = tokens.Text("\"TextGrid\"");
        if (!type.StartsWith("ooTextFile", StringComparison.Ordinal) || kind != "TextGrid")
        {
            throw source.At(tokens.Line, $"{AnnotationException.Quote(kind)} in {AnnotationException.Quote(type)} is no TextGrid");
        }

        _ = tokens.Number("the start");
        _ = tokens.Number("the end");
    }

    private static void ReadTier(AnnotationSource source, TextGridTokens tokens, AnnotationDraft draft)
    {
        var kind = tokens.Text("the class of a tier");
        var isPoints = kind == "TextTier";
        if (!isPoints && kind != "IntervalTier")
        {
            throw source.At(tokens.Line, $"{AnnotationException.Quote(kind)} is neither IntervalTier nor TextTier");
        }

        var name = tokens.Text("the name of a tier").Trim();
        var (track, clip, annotator) = source.TiersAreTracks ? (name, source.Clip, source.OnlyAnnotator) : ("", source.Stem, name);
        if (annotator.Length == 0)
        {
            throw source.At(tokens.Line, "a tier that should be an annotator has no name");
        }

        _ = tokens.Number("the start of a tier");
        _ = tokens.Number("the end of a tier");
        draft.Open(track, clip, annotator);
        for (var left = Count(source, tokens, "the number of marks"); left > 0; left--)
        {
            if ((isPoints ? ReadPoint(source, tokens) : ReadInterval(source, tokens)) is { } segment)
            {
                draft.Add(track, clip, annotator, segment);
            }
        }
    }

    private static Segment? ReadInterval(AnnotationSource source, TextGridTokens tokens)
    {
        var start = Time(source, tokens, "xmin");
        var end = Time(source, tokens, "xmax");
        if (SecondsText.Problem(start, end, out var interval) is { } problem)
        {
            throw source.At(tokens.Line, problem);
        }

        var label = tokens.Text("the text of an interval").Trim();
        return label.Length == 0 ? null : new Segment(interval, label);
    }

    private static Segment ReadPoint(AnnotationSource source, TextGridTokens tokens)
    {
        var time = Time(source, tokens, "the time of a point");
        var label = tokens.Text("the mark of a point").Trim();
        return new Segment(new Interval(time, time), label.Length == 0 ? null : label);
    }

    private static MediaTime Time(AnnotationSource source, TextGridTokens tokens, string what) =>
        SecondsText.Problem(what, tokens.Number(what), out var time) is { } problem ? throw source.At(tokens.Line, problem) : time;

    private static int Count(AnnotationSource source, TextGridTokens tokens, string what)
    {
        var text = tokens.Number(what);
        return int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count)
            ? count
            : throw source.At(tokens.Line, $"{AnnotationException.Quote(text)} is not {what}");
    }
}
