using LambdaHooks.Answers;
using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>One worker's segments under one key: tracks of the same key joined, sorted, exact repeats dropped.</summary>
internal sealed record WorkerTrack(string Worker, IReadOnlyList<Segment> Segments)
{
    /// <summary>The segments' intervals as matching sees them.</summary>
    public IReadOnlyList<Interval> Matchable { get; } = [.. Segments.Select(s => GreedyMatching.Widened(s.Interval))];

    /// <summary>Every track that somebody opened, with everybody who did, by key and then by worker.</summary>
    public static SortedDictionary<TrackKey, List<WorkerTrack>> Group(IReadOnlyList<Answer> answers)
    {
        var groups = new SortedDictionary<TrackKey, List<WorkerTrack>>();
        foreach (var answer in answers.OrderBy(a => a.Worker, StringComparer.Ordinal))
        {
            foreach (var byKey in answer.Tracks.Where(IsOpened).GroupBy(t => t.Key))
            {
                if (!groups.TryGetValue(byKey.Key, out var tracks))
                {
                    groups.Add(byKey.Key, tracks = []);
                }

                tracks.Add(new WorkerTrack(answer.Worker, Tidy(byKey.SelectMany(t => t.Segments))));
            }
        }

        return groups;
    }

    private static bool IsOpened(Track track) => track.Opened || track.Segments.Count > 0;

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
