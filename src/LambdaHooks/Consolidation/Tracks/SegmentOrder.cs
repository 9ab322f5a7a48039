using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Orders segments by everything they say but their ids.</summary>
internal static class SegmentOrder
{
    /// <summary>0 for the same mark, whatever its id.</summary>
    public static int Compare(Segment a, Segment b) =>
        a.Interval.CompareTo(b.Interval) is var byInterval and not 0 ? byInterval : CompareContent(a, b);

    /// <summary>The same, ids deciding between the same marks.</summary>
    public static int CompareWithId(Segment a, Segment b) => Compare(a, b) is var order and not 0 ? order : string.CompareOrdinal(a.Id, b.Id);

    /// <summary>True where only place and id may differ.</summary>
    public static bool SaysTheSame(Segment a, Segment b) => CompareContent(a, b) == 0;

    private static int CompareContent(Segment a, Segment b) =>
        string.CompareOrdinal(a.Label, b.Label) is var byLabel and not 0 ? byLabel
        : string.CompareOrdinal(a.Text, b.Text) is var byText and not 0 ? byText
        : string.CompareOrdinal(LabelsAndAttributes(a), LabelsAndAttributes(b));

    /// <summary>With the length before each part, so that different parts never read the same.</summary>
    public static string LabelsAndAttributes(Segment segment) => segment.Labels.Count == 0 && segment.Attributes.Count == 0 ? "" : string.Concat(segment.Labels
        .Append("")
        .Concat(segment.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal).SelectMany(a => new[] { a.Key, a.Value }))
        .Select(part => $"{part.Length}:{part}"));
}
