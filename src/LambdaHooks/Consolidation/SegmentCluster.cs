using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>Segments of different workers, at most one each, taken for marks of the same thing.</summary>
internal sealed class SegmentCluster(SegmentEvidence first)
{
    private readonly List<SegmentEvidence> members = [first];

    /// <summary>Who marked it, in the order they joined (by worker).</summary>
    public IReadOnlyList<SegmentEvidence> Members => members;

    /// <summary>Median boundaries of the members. Medians of starts never pass medians of ends, since no member's does.</summary>
    public Interval Interval { get; private set; } = first.Segment.Interval;

    /// <summary>Adds a member.</summary>
    public void Join(SegmentEvidence member)
    {
        members.Add(member);
        Interval = new Interval(Median.Of([.. members.Select(m => m.Segment.Interval.Start)]), Median.Of([.. members.Select(m => m.Segment.Interval.End)]));
    }

    /// <summary>Share of the members' weight with a label, 0 to 1.</summary>
    public double ShareOf(string? label)
    {
        var (with, all) = (0.0, 0.0);
        foreach (var member in members)
        {
            all += member.Weight;
            with += member.Segment.Label == label ? member.Weight : 0;
        }

        return with / all;
    }
}
