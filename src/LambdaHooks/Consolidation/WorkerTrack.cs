using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>One worker's segments under one key: tracks of the same key joined, sorted, exact repeats dropped.</summary>
internal sealed record WorkerTrack(string Worker, IReadOnlyList<Segment> Segments)
{
    /// <summary>The segments' intervals as matching sees them.</summary>
    public IReadOnlyList<Interval> Matchable { get; } = [.. Segments.Select(s => GreedyMatching.Widened(s.Interval))];

    /// <summary>One worker's tracks of one key, joined.</summary>
    public static WorkerTrack Join(string worker, IEnumerable<Track> tracks) => new(worker, Tidy(tracks.SelectMany(t => t.Segments)));

    /// <summary>Ordered by everything a segment says, so that the order it came in changes nothing.</summary>
    private static List<Segment> Tidy(IEnumerable<Segment> segments)
    {
        List<Segment> sorted = [.. segments];
        sorted.Sort(static (a, b) => CompareMarks(a, b) is var order and not 0 ? order : string.CompareOrdinal(a.Id, b.Id));
        var tidy = new List<Segment>(sorted.Count);
        foreach (var mark in sorted)
        {
            if (tidy.Count == 0 || CompareMarks(tidy[^1], mark) != 0)
            {
                tidy.Add(mark);
            }
        }

        return tidy;
    }

    /// <summary>0 for the same mark, whatever its id.</summary>
    private static int CompareMarks(Segment a, Segment b) =>
        a.Interval.CompareTo(b.Interval) is var byInterval and not 0 ? byInterval
        : string.CompareOrdinal(a.Label, b.Label) is var byLabel and not 0 ? byLabel
        : string.CompareOrdinal(a.Text, b.Text) is var byText and not 0 ? byText
        : string.CompareOrdinal(LabelsAndAttributes(a), LabelsAndAttributes(b));

    /// <summary>With the length before each part, so that different parts never read the same.</summary>
    private static string LabelsAndAttributes(Segment segment) => segment.Labels.Count == 0 && segment.Attributes.Count == 0 ? "" : string.Concat(segment.Labels
        .Append("")
        .Concat(segment.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal).SelectMany(a => new[] { a.Key, a.Value }))
        .Select(part => $"{part.Length}:{part}"));
}
