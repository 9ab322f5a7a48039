using LambdaHooks.Timeline;

namespace LambdaHooks.Datasets.Annotations;

/// <summary>Annotations while files are being read into it, one after another.</summary>
public sealed class AnnotationDraft
{
    private readonly Dictionary<(string Track, string Clip, string Annotator), List<Segment>> tracks = [];
    private readonly Dictionary<(string Track, string Item, string Annotator), UnitLabel> labels = [];

    /// <summary>Somebody looked at a track of a clip.</summary>
    public void Open(string track, string clip, string annotator) => _ = SegmentsOf(track, clip, annotator);

    /// <summary>Somebody marked a segment.</summary>
    public void Add(string track, string clip, string annotator, Segment segment) => SegmentsOf(track, clip, annotator).Add(segment);

    /// <summary>Somebody called an item something; false where they did so before.</summary>
    public bool TryAdd(UnitLabel label) => labels.TryAdd((label.Track, label.Item, label.Annotator), label);

    /// <summary>Somebody called an item what the cell of a table holds: a label, or a set of labels divided by <c>|</c>.</summary>
    /// <returns>False where they called it something before.</returns>
    public bool TryAddCell(string track, string item, string annotator, string cell)
    {
        var isSet = cell.Contains(UnitLabel.SetMark);
        return TryAdd(new UnitLabel(track, item, annotator, isSet ? SetOf(cell.Split(UnitLabel.SetMark)) : [cell], isSet));
    }

    /// <summary>Labels as a set holds them: trimmed, in ordinal order, each once, none empty.</summary>
    public static IReadOnlyList<string> SetOf(IEnumerable<string> labels) =>
        [.. labels.Select(l => l.Trim()).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Everything so far.</summary>
    public AnnotationSet Finish() => new(
        [.. tracks.Select(t => new AnnotatedTrack(t.Key.Track, t.Key.Clip, t.Key.Annotator, Sorted(t.Value))).Order(ByNames)],
        [.. labels.Values.Order(ByItem)]);

    private static readonly Comparer<AnnotatedTrack> ByNames = Comparer<AnnotatedTrack>.Create((a, b) =>
        Compare((a.Track, a.Clip, a.Annotator), (b.Track, b.Clip, b.Annotator)));

    private static readonly Comparer<UnitLabel> ByItem = Comparer<UnitLabel>.Create((a, b) =>
        Compare((a.Track, a.Item, a.Annotator), (b.Track, b.Item, b.Annotator)));

    private static int Compare((string, string, string) a, (string, string, string) b) =>
        string.CompareOrdinal(a.Item1, b.Item1) is var first and not 0 ? first
        : string.CompareOrdinal(a.Item2, b.Item2) is var second and not 0 ? second
        : string.CompareOrdinal(a.Item3, b.Item3);

    private static List<Segment> Sorted(List<Segment> segments)
    {
        segments.Sort(static (a, b) =>
            a.Interval.CompareTo(b.Interval) is var byInterval and not 0 ? byInterval
            : string.CompareOrdinal(a.Label, b.Label) is var byLabel and not 0 ? byLabel
            : string.CompareOrdinal(a.Text, b.Text));
        return segments;
    }

    private List<Segment> SegmentsOf(string track, string clip, string annotator)
    {
        if (!tracks.TryGetValue((track, clip, annotator), out var segments))
        {
            tracks.Add((track, clip, annotator), segments = []);
        }

        return segments;
    }
}
