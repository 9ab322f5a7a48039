using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>One worker's segments under one key: tracks of the same key joined, sorted, exact repeats dropped.</summary>
internal sealed record WorkerTrack(string Worker, IReadOnlyList<Segment> Segments)
{
    /// <summary>The segments' intervals as matching sees them.</summary>
    public IReadOnlyList<Interval> Matchable { get; } = [.. Segments.Select(s => GreedyMatching.Widened(s.Interval))];

    /// <summary>One worker's tracks of one key, joined.</summary>
    public static WorkerTrack Join(string worker, IEnumerable<Track> tracks) => new(worker, Tidy(tracks.SelectMany(t => t.Segments)));

    private static List<Segment> Tidy(IEnumerable<Segment> segments)
    {
        var tidy = new List<Segment>();
        foreach (var segment in segments
            .OrderBy(s => s.Interval)
            .ThenBy(s => s.Label, StringComparer.Ordinal)
            .ThenBy(s => s.Text, StringComparer.Ordinal))
        {
            if (tidy.Count == 0 || !SameMark(tidy[^1], segment))
            {
                tidy.Add(segment);
            }
        }

        return tidy;
    }

    private static bool SameMark(Segment a, Segment b) =>
        a.Interval == b.Interval && a.Label == b.Label && a.Text == b.Text && a.Labels.SequenceEqual(b.Labels);
}
