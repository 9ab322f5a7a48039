using LambdaHooks.Consolidation.Tracks;
using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>One worker's segments under one key: tracks of the same key joined, sorted, repeats dropped.</summary>
/// <param name="Worker">Who.</param>
/// <param name="Segments">What counts: segments with a length, or instants where there is nothing else.</param>
internal sealed record WorkerTrack(string Worker, IReadOnlyList<Segment> Segments)
{
    private const double RepeatFrom = 0.9;

    /// <summary>Earlier marks that are looked at, so that thousands in one place cost linear time.</summary>
    private const int MostExamined = 64;

    private Marks? marks;

    /// <summary>Marks that are kept and count for nothing, with the flag that says why.</summary>
    public IReadOnlyList<(Segment Segment, string Flag)> SetAside { get; init; } = [];

    /// <summary>True where all segments are instants; false for an empty track.</summary>
    public bool ArePoints { get; init; }

    /// <summary>The segments' intervals as matching sees them.</summary>
    public Marks Marks => marks ??= new Marks([.. Segments.Select(s => s.Interval)]);

    /// <summary>Segments as they are, repeats and all, in order.</summary>
    public static WorkerTrack Sorted(string worker, IEnumerable<Segment> segments)
    {
        List<Segment> sorted = [.. segments];
        sorted.Sort(SegmentOrder.CompareWithId);
        return new WorkerTrack(worker, sorted) { ArePoints = sorted.Count > 0 && sorted.TrueForAll(s => s.Interval.IsEmpty) };
    }

    /// <summary>One worker's tracks of one key, joined.</summary>
    public static WorkerTrack Join(string worker, IEnumerable<Track> tracks)
    {
        var sorted = WithoutCopies(tracks.SelectMany(t => t.Segments));
        var arePoints = sorted.Count > 0 && sorted.TrueForAll(s => s.Interval.IsEmpty);
        var aside = new List<(Segment Segment, string Flag)>();
        if (!arePoints)
        {
            aside.AddRange(sorted.Where(s => s.Interval.IsEmpty).Select(s => (s, Flags.Empty)));
            _ = sorted.RemoveAll(s => s.Interval.IsEmpty);
        }

        return new WorkerTrack(worker, WithoutRepeats(sorted, aside)) { SetAside = aside, ArePoints = arePoints };
    }

    /// <summary>Ordered by everything a segment says, so that the order it came in changes nothing; the same mark only once.</summary>
    private static List<Segment> WithoutCopies(IEnumerable<Segment> segments)
    {
        List<Segment> sorted = [.. segments];
        sorted.Sort(SegmentOrder.CompareWithId);
        var unique = new List<Segment>(sorted.Count);
        foreach (var mark in sorted)
        {
            if (unique.Count == 0 || SegmentOrder.Compare(unique[^1], mark) != 0)
            {
                unique.Add(mark);
            }
        }

        return unique;
    }

    /// <summary>A second mark of nearly the same stretch that says nothing else is set aside; the earlier one counts.</summary>
    private static List<Segment> WithoutRepeats(List<Segment> sorted, List<(Segment Segment, string Flag)> aside)
    {
        var kept = new List<Segment>(sorted.Count);
        foreach (var mark in sorted)
        {
            if (Repeats(kept, mark))
            {
                aside.Add((mark, Flags.Duplicate));
            }
            else
            {
                kept.Add(mark);
            }
        }

        return kept;
    }

    private static bool Repeats(List<Segment> kept, Segment mark)
    {
        var length = mark.Interval.Length.Microseconds;

        // Starts of such alike marks are no further apart than a ninth of the length: earlier ones need no look.
        for (var i = kept.Count - 1; i >= 0 && i >= kept.Count - MostExamined && (mark.Interval.Start - kept[i].Interval.Start).Microseconds * 8 <= length; i--)
        {
            if (kept[i].Interval.OverlapRatio(mark.Interval) > RepeatFrom && SegmentOrder.SaysTheSame(kept[i], mark))
            {
                return true;
            }
        }

        return false;
    }
}
