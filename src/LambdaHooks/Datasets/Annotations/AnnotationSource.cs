namespace LambdaHooks.Datasets.Annotations;

/// <summary>One file of annotations, before it is read.</summary>
/// <param name="Name">As messages name it.</param>
/// <param name="Bytes">What it holds.</param>
public sealed record AnnotationSource(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Most bytes of a file that are read: 256 MiB.</summary>
    public const int MostBytes = 256 << 20;

    /// <summary>Who annotated it, where that was said outside the file; null where it was not.</summary>
    public string? Annotator { get; init; }

    /// <summary>Its name without folder and ending: the annotator, or the clip, where nothing else says who or which.</summary>
    public string Stem { get; init; } = "";

    /// <summary>The clip of a file that is one annotator's and names no clip itself.</summary>
    public string Clip { get; init; } = "";

    /// <summary>True where the tiers of a TextGrid are tracks of one annotator, false where each is an annotator.</summary>
    public bool TiersAreTracks { get; init; }

    /// <summary>What the rows of a table without a header are, each cell being a label; null where the table is no such matrix.</summary>
    public MatrixRows? Matrix { get; init; }

    /// <summary>Who annotated a file that does not say so itself.</summary>
    internal string OnlyAnnotator => Annotator ?? Stem;

    /// <summary>An error at a line.</summary>
    internal AnnotationException At(int line, string problem) => new(Name, $"line {line}", problem);

    /// <summary>An error of the file as a whole.</summary>
    internal AnnotationException Error(string problem) => new(Name, null, problem);
}

/// <summary>What the rows of a matrix of labels are.</summary>
public enum MatrixRows
{
    /// <summary>A row an item, a column an annotator.</summary>
    Items,

    /// <summary>A row an annotator, a column an item, as in Krippendorff's reliability data.</summary>
    Annotators,
}
