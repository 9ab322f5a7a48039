using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Segments of different workers, at most one each, taken for marks of the same thing.</summary>
internal sealed class SegmentCluster
{
    private readonly List<SegmentEvidence> members = [];

    public SegmentCluster(SegmentEvidence first) => Join(first);

    private SegmentCluster(PartitionPiece piece, IReadOnlyList<WeighedTrack> tracks)
    {
        Piece = piece;
        Interval = piece.Interval;
        foreach (var ofWorker in piece.Members.GroupBy(m => m.Worker))
        {
            var track = tracks[ofWorker.Key];
            var main = ofWorker.MaxBy(m => m.Share);
            members.AddRange(ofWorker.Where(m => m == main || IsTelling(m.Share, track.Track.Segments[m.Segment].Interval, piece.Interval)).Select(m => new SegmentEvidence(track.Track.Worker, track.Track.Segments[m.Segment], track.Weight) { PresenceOnly = m != main }));
        }
    }

    /// <summary>The piece of a partition that this is; null for segments matched one by one.</summary>
    public PartitionPiece? Piece { get; }

    /// <summary>Who marked it, in the order they joined.</summary>
    public IReadOnlyList<SegmentEvidence> Members => members;

    /// <summary>Why a person should look at it, as far as the marks alone say.</summary>
    public SortedSet<string> Flags { get; } = new(StringComparer.Ordinal);

    /// <summary>Median boundaries of those who place it. Medians of starts never pass medians of ends, since no member's does.</summary>
    public Interval Interval { get; private set; }

    /// <summary>How many workers whose answers count say that something is there.</summary>
    public int Support => Piece is null ? members.Count(m => m.Weight > 0) : members.Where(m => m.Weight > 0).DistinctBy(m => m.Worker).Count();

    /// <summary>Those whose labels count: everybody who counts and marked just it, else everybody who counts, else everybody.</summary>
    public IEnumerable<SegmentEvidence> Labellers => Placers;

    /// <summary>Those who place its boundaries: everybody who counts and marked just it, else everybody.</summary>
    public IEnumerable<SegmentEvidence> Placers =>
        members.Exists(Places) ? members.Where(Places) : members.Exists(m => m.Weight > 0) ? members.Where(m => m.Weight > 0) : members;

    /// <summary>A piece of a partition: of each worker, the segment that covers most of it decides, others only say that they are there.</summary>
    public static SegmentCluster Of(PartitionPiece piece, IReadOnlyList<WeighedTrack> tracks) => new(piece, tracks);

    /// <summary>Adds a member.</summary>
    public void Join(SegmentEvidence member)
    {
        members.Add(member);
        Measure();
    }

    /// <summary>False for a segment that belongs to a neighbouring piece and reaches in by no more than the hand shakes.</summary>
    private static bool IsTelling(double share, Interval segment, Interval piece)
    {
        var shared = share * piece.Length.Microseconds;
        return shared > PartitionVoter.Tolerance || shared * 2 >= segment.Length.Microseconds;
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
