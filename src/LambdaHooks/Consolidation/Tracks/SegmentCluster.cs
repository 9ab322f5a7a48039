using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Segments of different workers, at most one each, taken for marks of the same thing.</summary>
internal sealed class SegmentCluster
{
    private readonly List<SegmentEvidence> members = [];

    public SegmentCluster(SegmentEvidence first) => Join(first);

    /// <summary>Who marked it, in the order they joined.</summary>
    public IReadOnlyList<SegmentEvidence> Members => members;

    /// <summary>Why a person should look at it, as far as the marks alone say.</summary>
    public SortedSet<string> Flags { get; } = new(StringComparer.Ordinal);

    /// <summary>Median boundaries of those who place it. Medians of starts never pass medians of ends, since no member's does.</summary>
    public Interval Interval { get; private set; }

    /// <summary>How many workers whose answers count say that something is there.</summary>
    public int Support => members.Count(m => m.Weight > 0);

    /// <summary>Those who place its boundaries: everybody who counts and marked just it, else everybody.</summary>
    public IEnumerable<SegmentEvidence> Placers =>
        members.Exists(Places) ? members.Where(Places) : members.Exists(m => m.Weight > 0) ? members.Where(m => m.Weight > 0) : members;

    /// <summary>Adds a member.</summary>
    public void Join(SegmentEvidence member)
    {
        members.Add(member);
        Measure();
    }

    /// <summary>A worker's mark, or null.</summary>
    public SegmentEvidence? Of(string worker) => members.Find(m => m.Worker == worker);

    /// <summary>Takes a worker's mark away; the cluster may be left without any.</summary>
    public void Leave(string worker)
    {
        _ = members.RemoveAll(m => m.Worker == worker);
        if (members.Count > 0)
        {
            Measure();
        }
    }

    /// <summary>Median boundaries without one worker; null where nobody else places it.</summary>
    public Interval? Without(string worker)
    {
        SegmentEvidence[] others = [.. members.Where(m => m.Worker != worker && Places(m))];
        return others.Length == 0 ? null : MedianOf(others);
    }

    /// <summary>Share of the counting members with a label, 0 to 1.</summary>
    public double ShareOf(string? label)
    {
        var (with, all) = (0.0, 0.0);
        foreach (var member in members)
        {
            all += member.Weight;
            with += member.Segment.Label == label ? member.Weight : 0;
        }

        return all > 0 ? with / all : 0;
    }

    private static bool Places(SegmentEvidence member) => member is { Weight: > 0, PresenceOnly: false };

    private static Interval MedianOf(SegmentEvidence[] placers) => placers.Length == 1
        ? placers[0].Segment.Interval
        : new Interval(Median.Of([.. placers.Select(m => m.Segment.Interval.Start)]), Median.Of([.. placers.Select(m => m.Segment.Interval.End)]));

    private void Measure() => Interval = members.Count == 1 ? members[0].Segment.Interval : MedianOf([.. Placers]);
}
