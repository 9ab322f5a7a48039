namespace LambdaHooks.Datasets.Annotations;

/// <summary>Which column of a table says what; -1 where none does.</summary>
/// <param name="source">The file, for messages.</param>
/// <param name="header">Names of the columns, as they stand.</param>
internal sealed class TableColumns(AnnotationSource source, IReadOnlyList<string> header)
{
    private const int Unknown = -1;

    private static readonly string[] AnnotatorNames = ["annotator", "worker", "rater", "coder", "annotatorid", "workerid"];
    private static readonly string[] LabelNames = ["label", "category", "value", "rating"];
    private static readonly string[] ClipNames = ["file", "clip", "item", "task", "unit"];
    private static readonly string[] TrackNames = ["tier", "track", "question"];
    private static readonly string[] StartNames = ["start", "begin", "onset"];
    private static readonly string[] EndNames = ["end", "stop", "offset"];
    private static readonly string[] DurationNames = ["duration"];
    private static readonly string[] TextNames = ["text", "transcript"];
    private static readonly HashSet<string> AllNames =
        [.. AnnotatorNames, .. LabelNames, .. ClipNames, .. TrackNames, .. StartNames, .. EndNames, .. DurationNames, .. TextNames];

    /// <summary>How many columns there are.</summary>
    public int Count => header.Count;

    /// <summary>Who.</summary>
    public int Annotator { get; } = Find(source, header, AnnotatorNames);

    /// <summary>The label, or what stands for one.</summary>
    public int Label { get; } = Find(source, header, LabelNames);

    /// <summary>The clip or item.</summary>
    public int Clip { get; } = Find(source, header, ClipNames);

    /// <summary>The tier, track or question.</summary>
    public int Track { get; } = Find(source, header, TrackNames);

    /// <summary>Second at which the segment starts.</summary>
    public int Start { get; } = Find(source, header, StartNames);

    /// <summary>Second at which it ends.</summary>
    public int End { get; } = Find(source, header, EndNames);

    /// <summary>Seconds it lasts.</summary>
    public int Duration { get; } = Find(source, header, DurationNames);

    /// <summary>Transcript or remark.</summary>
    public int Text { get; } = Find(source, header, TextNames);

    /// <summary>True for a table of segments.</summary>
    public bool HasTimes => Start >= 0 || End >= 0 || Duration >= 0;

    /// <summary>What the rows of a matrix are; null where the header tells of none: it starts with <c>item</c> or <c>annotator</c>, and then names the others.</summary>
    public MatrixRows? Matrix => header.Count < 2 || header.Count(IsKnown) != 1 ? null : Clip == 0 ? MatrixRows.Items : Annotator == 0 ? MatrixRows.Annotators : null;

    /// <summary>Columns of <c>annotator,label,start,end</c>, the order of pygamma-agreement.</summary>
    public static TableColumns OfSegments(AnnotationSource source) => new(source, ["annotator", "label", "start", "end"]);

    /// <summary>Columns of <c>worker,task,label</c>.</summary>
    public static TableColumns OfLabels(AnnotationSource source) => new(source, ["annotator", "item", "label"]);

    /// <summary>True where a row names columns: two known names, or one that heads a matrix.</summary>
    public static bool AreIn(IReadOnlyList<string> row) =>
        row.Count(IsKnown) is var known && (known >= 2 || (known == 1 && row.Count >= 2 && (IsOneOf(row[0], AnnotatorNames) || IsOneOf(row[0], ClipNames))));

    /// <summary>The field of a column; empty where there is no such column.</summary>
    public static string Field(IReadOnlyList<string> row, int column) => column < 0 ? "" : row[column];

    private static int Find(AnnotationSource source, IReadOnlyList<string> header, string[] names)
    {
        var found = Unknown;
        for (var i = 0; i < header.Count; i++)
        {
            if (IsOneOf(header[i], names))
            {
                found = found < 0 ? i : throw source.Error($"the columns {AnnotationException.Quote(header[found])} and {AnnotationException.Quote(header[i])} say the same");
            }
        }

        return found;
    }

    private static bool IsKnown(string name) => AllNames.Contains(Plain(name));

    private static bool IsOneOf(string name, string[] names) => names.Contains(Plain(name), StringComparer.Ordinal);

    /// <summary>In small letters, without what divides words; long texts are no names.</summary>
    private static string Plain(string name) => name.Length > 20 ? "" : string.Concat(name.ToLowerInvariant().Where(c => c is not ('_' or '-' or ' ')));
}
