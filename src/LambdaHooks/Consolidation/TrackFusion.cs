using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>Fuses everybody's segments on one track.</summary>
internal static class TrackFusion
{
    /// <summary>The fused track: a segment that more than half of the openers marked is in, the rest are candidates.</summary>
    public static ConsolidatedTrack Fuse(TrackKey key, IReadOnlyList<WorkerTrack> tracks, BatchReliability reliability)
    {
        var trust = tracks.Count == 1 ? reliability.TrustIn(tracks[0].Worker) : 1;
        var fused = SegmentAlignment.Align(tracks).Select(c => Fuse(c, tracks.Count, trust)).ToLookup(s => s.Evidence.Count * 2 > tracks.Count);
        return new ConsolidatedTrack(key, [.. tracks.Select(t => t.Worker)], [.. fused[true]], [.. fused[false]]);
    }

    private static ConsolidatedSegment Fuse(SegmentCluster cluster, int openers, double trust)
    {
        var members = cluster.Members;
        var (label, labelShare) = Vote.Most(members.Select(m => (m.Segment.Label ?? "", m.Weight)), StringComparer.Ordinal);
        var segment = new Segment(cluster.Interval, label.Length == 0 ? null : label)
        {
            Labels = Vote.Majority([.. members.Select(m => m.Segment.Labels)]),
            Text = TextVote.Choose([.. members.Select(m => m.Segment.Text)]).Text,
            Attributes = FuseAttributes(members),
        };
        var matchable = GreedyMatching.Widened(cluster.Interval);
        var overlap = members.Average(m => matchable.OverlapRatio(GreedyMatching.Widened(m.Segment.Interval)));
        return new ConsolidatedSegment(segment, trust * members.Count / openers * labelShare * overlap, members);
    }

    private static IReadOnlyDictionary<string, string> FuseAttributes(IReadOnlyList<SegmentEvidence> members)
    {
        if (members.All(m => m.Segment.Attributes.Count == 0))
        {
            return Segment.NoAttributes;
        }

        var fused = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var values in members.SelectMany(m => m.Segment.Attributes).GroupBy(a => a.Key, a => a.Value))
        {
            fused.Add(values.Key, Vote.Most(values.Select(v => (v, 1.0)), StringComparer.Ordinal).Winner);
        }

        return fused;
    }
}
