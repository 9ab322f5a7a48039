using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>
/// Makes clusters of the pieces of a partition: of each worker, the segment that covers most of a piece decides, others only say that
/// they are there. No mark is lost: one that tells of no piece, as beyond the partition's end, goes with the one nearest to it.
/// </summary>
internal sealed class PartitionClusters
{
    private readonly IReadOnlyList<PartitionPiece> pieces;
    private readonly IReadOnlyList<WeighedTrack> tracks;
    private readonly bool[][] told;
    private readonly (double Share, int Piece)[][] nearest;

    private PartitionClusters(IReadOnlyList<PartitionPiece> pieces, IReadOnlyList<WeighedTrack> tracks)
    {
        (this.pieces, this.tracks) = (pieces, tracks);
        told = [.. tracks.Select(t => new bool[t.Track.Segments.Count])];
        nearest = [.. tracks.Select(t => Enumerable.Repeat((-1.0, -1), t.Track.Segments.Count).ToArray())];
    }

    /// <summary>A cluster for each piece, in their order.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="tracks">The tracks, in the order that the pieces' members name them by.</param>
    public static IReadOnlyList<SegmentCluster> Of(IReadOnlyList<PartitionPiece> pieces, IReadOnlyList<WeighedTrack> tracks)
    {
        var clusters = new PartitionClusters(pieces, tracks);
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            clusters.Note(piece);
        }

        return [.. Enumerable.Range(0, pieces.Count).Select(clusters.Cluster)];
    }

    /// <summary>False for a segment that belongs to a neighbouring piece and reaches in by no more than the hand shakes.</summary>
    private static bool IsTelling(double share, Interval segment, Interval piece)
    {
        var shared = share * piece.Length.Microseconds;
        return shared > PartitionVoter.Tolerance || shared * 2 >= segment.Length.Microseconds;
    }

    private void Note(int piece)
    {
        foreach (var ofWorker in pieces[piece].Members.GroupBy(m => m.Worker))
        {
            var main = ofWorker.MaxBy(m => m.Share);
            foreach (var member in ofWorker)
            {
                told[member.Worker][member.Segment] |= member == main || IsTelling(member.Share, SegmentOf(member), pieces[piece].Interval);
                if (member.Share > nearest[member.Worker][member.Segment].Share)
                {
                    nearest[member.Worker][member.Segment] = (member.Share, piece);
                }
            }
        }
    }

    private SegmentCluster Cluster(int piece)
    {
        var members = new List<SegmentEvidence>();
        foreach (var ofWorker in pieces[piece].Members.GroupBy(m => m.Worker))
        {
            var track = tracks[ofWorker.Key];
            var main = ofWorker.MaxBy(m => m.Share);
            members.AddRange(ofWorker
                .Where(m => m == main || IsTelling(m.Share, SegmentOf(m), pieces[piece].Interval) || GoesWith(m.Worker, m.Segment, piece))
                .Select(m => new SegmentEvidence(track.Track.Worker, track.Track.Segments[m.Segment], track.Weight) { PresenceOnly = m != main }));
        }

        return SegmentCluster.Of(pieces[piece], members);
    }

    private Interval SegmentOf((int Worker, int Segment, double Share) member) => tracks[member.Worker].Track.Segments[member.Segment].Interval;

    private bool GoesWith(int worker, int segment, int piece) => !told[worker][segment] && nearest[worker][segment].Piece == piece;
}
