namespace LambdaHooks.Datasets.Annotations;

/// <summary>Formats of annotations that are read here.</summary>
public enum AnnotationFormat
{
    /// <summary><see cref="CsvAnnotations"/>.</summary>
    Csv,

    /// <summary><see cref="RttmAnnotations"/>.</summary>
    Rttm,

    /// <summary><see cref="TextGridAnnotations"/>.</summary>
    TextGrid,

    /// <summary><see cref="LabelTrackAnnotations"/>.</summary>
    Labels,

    /// <summary>JSON: <see cref="JsonAnnotations"/>, or what is known elsewhere.</summary>
    Json,
}

/// <summary>Tells formats apart.</summary>
public static class AnnotationFormats
{
    /// <summary>The format of a file: by the ending of its name where that says one, else by how it starts.</summary>
    /// <param name="source">The file.</param>
    /// <param name="ending">Ending of its name, with or without the dot.</param>
    /// <exception cref="AnnotationException">It is none of them.</exception>
    public static AnnotationFormat Of(AnnotationSource source, string ending) => ending.TrimStart('.').ToUpperInvariant() switch
    {
        "CSV" or "TSV" => AnnotationFormat.Csv,
        "RTTM" => AnnotationFormat.Rttm,
        "TEXTGRID" => AnnotationFormat.TextGrid,
        "JSON" => AnnotationFormat.Json,
        _ => OfStart(source),
    };

    /// <summary>Reads a file into a draft; of JSON, the plain list.</summary>
    /// <exception cref="AnnotationException">It cannot be used.</exception>
    public static void Read(AnnotationSource source, AnnotationFormat format, AnnotationDraft draft)
    {
        Action<AnnotationSource, AnnotationDraft> read = format switch
        {
            AnnotationFormat.Csv => CsvAnnotations.Read,
            AnnotationFormat.Rttm => RttmAnnotations.Read,
            AnnotationFormat.TextGrid => TextGridAnnotations.Read,
            AnnotationFormat.Labels => LabelTrackAnnotations.Read,
            AnnotationFormat.Json => JsonAnnotations.Read,
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
        read(source, draft);
    }

    private static AnnotationFormat OfStart(AnnotationSource source)
    {
        var text = AnnotationText.Of(source).AsSpan().TrimStart();
        var end = text.IndexOfAny('\r', '\n');
        var line = (end < 0 ? text : text[..end]).TrimEnd();
        return text[0] is '[' or '{' ? AnnotationFormat.Json
            : TextGridAnnotations.IsHead(text) ? AnnotationFormat.TextGrid
            : RttmAnnotations.IsLine(line) ? AnnotationFormat.Rttm
            : LabelTrackAnnotations.IsLine(line) ? AnnotationFormat.Labels
            : line.ContainsAny(',', ';', '\t') ? AnnotationFormat.Csv
            : throw source.Error("neither a table, RTTM, TextGrid, a label track nor JSON");
    }
}
