using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Fuses everybody's segments on one track.</summary>
internal sealed class TrackFusion(BatchStudy study, StudiedTrack track)
{
    private const double GapFrom = 0.1;

    private readonly TrackPresence presence = study.PresenceOn(track.Openers);

    /// <summary>
    /// The fused track: a segment that more than half of the counting openers marked is in, the rest are candidates. Where exclusions left
    /// two openers on an exclusive track, one of them is enough for a mark in a gap: a slip there is unlikely, a miss is not.
    /// </summary>
    public ConsolidatedTrack Fuse()
    {
        var byPresence = track.Clusters.Select((cluster, i) => (Cluster: cluster, Item: track.FirstItem + i)).ToLookup(c => IsQuorum(c.Cluster));
        var segments = FuseAll([.. byPresence[true]], isPart: true);
        var below = FuseAll([.. byPresence[false]], isPart: false);
        var marked = IntervalSet.Of(segments.Select(s => s.Segment.Interval));
        var accepted = below.Where(c => FillsAGap(c, marked)).ToHashSet(ReferenceEqualityComparer.Instance);
        var key = track.Key;
        return new ConsolidatedTrack(
            key,
            [.. track.Workers.Select(w => w.Worker)],
            InOrder(segments.Concat(below.Where(accepted.Contains))),
            InOrder(below.Where(c => !accepted.Contains(c)).Concat(track.SetAside.Select(s => Aside(s.Worker, s.Segment, s.Flag)))))
        {
            Kind = track.Kind,
        };
    }

    private static ConsolidatedSegment[] InOrder(IEnumerable<ConsolidatedSegment> segments) =>
        [.. segments.OrderBy(s => s.Segment, Comparer<Segment>.Create(SegmentOrder.Compare)).ThenBy(s => s.Evidence[0].Worker, StringComparer.Ordinal)];

    private static ConsolidatedSegment Aside(string worker, Segment segment, string flag) =>
        new(segment, 0, [new SegmentEvidence(worker, segment, 0)]) { Flags = [flag] };

    /// <summary>A partition leaves nothing out: which of its boundaries count was decided when it was fused. What is known needs no quorum.</summary>
    private bool IsQuorum(SegmentCluster cluster) =>
        track.Gold is { } gold ? cluster.Of(gold.Worker) is not null : cluster.Piece is not null || cluster.Support * 2 > track.Openers.Count;

    private ConsolidatedSegment[] FuseAll((SegmentCluster Cluster, int Item)[] clusters, bool isPart)
    {
        var isExclusive = isPart && track.Kind == TrackKind.Segments && study.IsExclusive(track.Key.Category);
        Interval[] intervals = track.Kind == TrackKind.Partition
            ? [.. clusters.Select(c => c.Cluster.Interval)]
            : FusedBoundaries.Of([.. clusters.Select(c => c.Cluster)], study.PrecisionOf, isExclusive);
        return [.. clusters.Select((c, i) => new SegmentFusion(study, track, presence, c.Cluster, c.Item).Fuse(intervals[i], isPart))];
    }

    private bool FillsAGap(ConsolidatedSegment candidate, IntervalSet marked)
    {
        if (track.Gold is not null || track.Openers.Count != 2 || track.Workers.Count == 2 || track.Kind != TrackKind.Segments || !study.IsExclusive(track.Key.Category)
            || candidate.Evidence.Count(e => e.Weight > 0) != 1)
        {
            return false;
        }

        var interval = candidate.Segment.Interval;
        return marked.ClampTo(interval).Length.Microseconds < GapFrom * interval.Length.Microseconds;
    }
}
