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
        var sorted = segments
            .Select(s => (Segment: s, Extras: LabelsAndAttributes(s)))
            .OrderBy(s => s.Segment.Interval)
            .ThenBy(s => s.Segment.Label, StringComparer.Ordinal)
            .ThenBy(s => s.Segment.Text, StringComparer.Ordinal)
            .ThenBy(s => s.Extras, StringComparer.Ordinal)
            .ThenBy(s => s.Segment.Id, StringComparer.Ordinal);
        var tidy = new List<(Segment Segment, string Extras)>();
        foreach (var mark in sorted)
        {
            if (tidy.Count == 0 || !SameMark(tidy[^1], mark))
            {
                tidy.Add(mark);
            }
        }

        return [.. tidy.Select(t => t.Segment)];
    }

    private static bool SameMark((Segment Segment, string Extras) a, (Segment Segment, string Extras) b) =>
        a.Segment.Interval == b.Segment.Interval && a.Segment.Label == b.Segment.Label && a.Segment.Text == b.Segment.Text && a.Extras == b.Extras;

    /// <summary>With the length before each part, so that different parts never read the same.</summary>
    private static string LabelsAndAttributes(Segment segment) => string.Concat(segment.Labels
        .Append("")
        .Concat(segment.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal).SelectMany(a => new[] { a.Key, a.Value }))
        .Select(part => $"{part.Length}:{part}"));
}
