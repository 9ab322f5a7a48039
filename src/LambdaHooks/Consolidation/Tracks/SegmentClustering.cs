namespace LambdaHooks.Consolidation.Tracks;

/// <summary>A worker's track on its way into clusters.</summary>
/// <param name="Track">What they marked.</param>
/// <param name="Weight">0 for an excluded worker, whose marks join and decide nothing.</param>
internal readonly record struct WeighedTrack(WorkerTrack Track, double Weight);

/// <summary>
/// Finds which segments of different workers mark the same thing: worker after worker, the most reliable first, each worker's segments
/// are matched one to one with the clusters so far in the best way there is, and what stays over opens a cluster of its own.
/// </summary>
/// <remarks>
/// A shared label is a bonus, never a gate: two workers who disagree on the label of one stretch made one disputed segment, not two.
/// At most one mark of a worker joins a cluster, so segments of one track may overlap.
/// </remarks>
internal static class SegmentClustering
{
    private const double LikeFrom = 0.3;
    private const double LabelBonus = 0.25;

    /// <summary>Clusters in order of their median interval.</summary>
    /// <param name="tracks">The workers' tracks, most reliable first, excluded ones last.</param>
    /// <param name="arePoints">True where the marks are instants.</param>
    public static List<SegmentCluster> Cluster(IReadOnlyList<WeighedTrack> tracks, bool arePoints)
    {
        var clusters = new List<SegmentCluster>();
        var likeness = new Likeness(LikeFrom, arePoints);
        foreach (var track in tracks)
        {
            AddWorker(clusters, track, likeness);
        }

        clusters.Sort(static (a, b) => Compare(a, b));
        return clusters;
    }

    /// <summary>By interval, then by what the first members say; the clusters of one track never compare equal for long.</summary>
    public static int Compare(SegmentCluster a, SegmentCluster b) =>
        a.Interval.CompareTo(b.Interval) is var byInterval and not 0 ? byInterval
        : SegmentOrder.Compare(a.Members[0].Segment, b.Members[0].Segment) is var byFirst and not 0 ? byFirst
        : string.CompareOrdinal(a.Members[0].Worker, b.Members[0].Worker);

    private static void AddWorker(List<SegmentCluster> clusters, WeighedTrack weighed, Likeness likeness)
    {
        var track = weighed.Track;
        clusters.Sort(static (a, b) => Compare(a, b));
        var partners = clusters.Count == 0 ? null : Partners(clusters, track, likeness);
        for (var i = 0; i < track.Segments.Count; i++)
        {
            var evidence = new SegmentEvidence(track.Worker, track.Segments[i], weighed.Weight);
            if (partners is null || partners[i] is null)
            {
                clusters.Add(new SegmentCluster(evidence));
            }
            else
            {
                partners[i]!.Join(evidence);
            }
        }
    }

    private static SegmentCluster?[] Partners(List<SegmentCluster> clusters, WorkerTrack track, Likeness likeness)
    {
        var known = new Marks([.. clusters.Select(c => c.Interval)]);
        var pairs = Candidates.Find(track.Marks, known, likeness, (segment, cluster, alike) =>
            alike + (LabelBonus * clusters[cluster].ShareOf(track.Segments[segment].Label)));
        return [.. SparseAssignment.Solve(pairs).Select(c => c < 0 ? null : clusters[c])];
    }
}
