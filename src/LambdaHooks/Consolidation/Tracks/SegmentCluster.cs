using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Segments of different workers, at most one each, taken for marks of the same thing.</summary>
internal sealed class SegmentCluster
{
    private const int FewMembers = 64;

    private readonly List<SegmentEvidence> members;

    public SegmentCluster(SegmentEvidence first) => (members, Interval) = ([first], first.Segment.Interval);

    private SegmentCluster(PartitionPiece piece, List<SegmentEvidence> members) => (Piece, Interval, this.members) = (piece, piece.Interval, members);

    /// <summary>What a member has a say in, each more than the one before.</summary>
    private enum Say
    {
        /// <summary>Nothing, as long as anybody counts.</summary>
        None,

        /// <summary>That something is there.</summary>
        Presence,

        /// <summary>Where it is, and what.</summary>
        Place,
    }

    /// <summary>The piece of a partition that this is; null for segments matched one by one.</summary>
    public PartitionPiece? Piece { get; }

    /// <summary>Who marked it, in the order they joined.</summary>
    public IReadOnlyList<SegmentEvidence> Members => members;

    /// <summary>True where somebody marked this and a neighbour as one, or this in pieces.</summary>
    public bool IsSplitOrMerged { get; set; }

    /// <summary>Median boundaries of those who place it. Medians of starts never pass medians of ends, since no member's does.</summary>
    public Interval Interval { get; private set; }

    /// <summary>How many workers whose answers count say that something is there.</summary>
    public int Support
    {
        get
        {
            var support = 0;
            for (var i = 0; i < members.Count; i++)
            {
                support += members[i].Weight > 0 && IsFirstOfWorker(i) ? 1 : 0;
            }

            return support;
        }
    }

    /// <summary>True where anybody whose answers count says that something is there.</summary>
    public bool Counts => MostSay() > Say.None;

    /// <summary>A piece of a partition: of each worker at least one mark, next to each other, and one that places.</summary>
    public static SegmentCluster Of(PartitionPiece piece, List<SegmentEvidence> members) => new(piece, members);

    /// <summary>Those who place its boundaries, and whose labels count: everybody who counts and marked just it, else everybody who counts, else everybody.</summary>
    public SegmentEvidence[] Placers()
    {
        var most = MostSay();
        var placers = new SegmentEvidence[members.Count];
        var count = 0;
        foreach (var member in members)
        {
            if (SayOf(member) == most)
            {
                placers[count++] = member;
            }
        }

        return count == placers.Length ? placers : placers[..count];
    }

    /// <summary>True where one of those who place it is somebody else.</summary>
    public bool IsPlacedByAnotherThan(string worker)
    {
        var most = MostSay();
        foreach (var member in members)
        {
            if (SayOf(member) == most && member.Worker != worker)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds a member.</summary>
    public void Join(SegmentEvidence member)
    {
        members.Add(member);
        Measure();
    }

    /// <summary>A worker's mark, or null.</summary>
    public SegmentEvidence? Of(string worker)
    {
        foreach (var member in members)
        {
            if (member.Worker == worker)
            {
                return member;
            }
        }

        return null;
    }

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
    public Interval? Without(string worker) => MedianOf(Say.Place, worker);

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

    private static Say SayOf(SegmentEvidence member) => member.Weight <= 0 ? Say.None : member.PresenceOnly ? Say.Presence : Say.Place;

    private Say MostSay()
    {
        var most = Say.None;
        foreach (var member in members)
        {
            most = SayOf(member) > most ? SayOf(member) : most;
        }

        return most;
    }

    /// <summary>Only in a piece of a partition has a worker several, next to each other.</summary>
    private bool IsFirstOfWorker(int member) => Piece is null || member == 0 || members[member - 1].Worker != members[member].Worker;

    private void Measure() => Interval = members.Count == 1 ? members[0].Segment.Interval : MedianOf(MostSay(), null)!.Value;

    private Interval? MedianOf(Say say, string? butFor)
    {
        Span<long> starts = members.Count <= FewMembers ? stackalloc long[members.Count] : new long[members.Count];
        Span<long> ends = members.Count <= FewMembers ? stackalloc long[members.Count] : new long[members.Count];
        var count = 0;
        foreach (var member in members)
        {
            if (SayOf(member) == say && member.Worker != butFor)
            {
                (starts[count], ends[count]) = (member.Segment.Interval.Start.Microseconds, member.Segment.Interval.End.Microseconds);
                count++;
            }
        }

        return count == 0 ? null : new Interval(Median.Of(starts[..count]), Median.Of(ends[..count]));
    }
}
