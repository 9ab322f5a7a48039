using System.Text.Json;

namespace LambdaHooks.Datasets.Annotations;

/// <summary>
/// Reads a plain list of marks: <c>[{"file": …, "annotator": …, "track": …, "start": …, "end": …, "label": …, "text": …}, …]</c>.
/// </summary>
/// <remarks>
/// <c>file</c>, <c>annotator</c>, <c>track</c>, <c>label</c> and <c>text</c> are texts, <c>start</c> and <c>end</c> seconds; only a start
/// and an end, or a label, are needed, and other members are left out. Without times the label is one of the whole <c>file</c>, and may be
/// a number or a list of texts, a set. Without times and label the annotator found nothing there.
/// </remarks>
public static class JsonAnnotations
{
    private const int MostDepth = 64;

    /// <summary>Reads a list into a draft.</summary>
    /// <exception cref="AnnotationException">It cannot be used.</exception>
    public static void Read(AnnotationSource source, AnnotationDraft draft)
    {
        using var document = Parse(source);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw source.Error("no list of marks");
        }

        var entry = new JsonMark(source, draft);
        foreach (var item in document.RootElement.EnumerateArray())
        {
            entry.Read(item);
        }
    }

    private static JsonDocument Parse(AnnotationSource source)
    {
        var text = AnnotationText.Of(source);
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MostDepth });
        }
        catch (JsonException e)
        {
            throw source.At((int)Math.Min(int.MaxValue, (e.LineNumber ?? 0) + 1), $"no JSON nested less than {MostDepth} deep");
        }
    }
}
