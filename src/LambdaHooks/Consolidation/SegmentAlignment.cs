using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>
/// Finds which segments of different workers mark the same thing: worker after worker, each worker's segments are matched
/// one to one with the clusters so far, and what stays over opens a cluster of its own.
/// </summary>
/// <remarks>
/// A shared label is a bonus, never a gate: two workers who disagree on the label of one stretch made one disputed segment,
/// not two. Workers come in ordinal order, so the result does not depend on the order of their answers.
/// </remarks>
internal static class SegmentAlignment
{
    private const double OverlapFrom = 0.3;
    private const double LabelBonus = 0.25;

    /// <summary>Clusters in order of their median interval.</summary>
    public static List<SegmentCluster> Align(IReadOnlyList<WorkerTrack> tracks)
    {
        var clusters = new List<SegmentCluster>();
        foreach (var track in tracks)
        {
            AddWorker(clusters, track);
        }

        return [.. clusters.OrderBy(c => c.Interval)];
    }

    private static void AddWorker(List<SegmentCluster> clusters, WorkerTrack track)
    {
        var byInterval = clusters.OrderBy(c => GreedyMatching.Widened(c.Interval)).ToArray();
        Interval[] known = [.. byInterval.Select(c => GreedyMatching.Widened(c.Interval))];
        var partners = GreedyMatching.Match(known, track.Matchable, Score);
        for (var i = 0; i < track.Segments.Count; i++)
        {
            var evidence = new SegmentEvidence(track.Worker, track.Segments[i], 1);
            if (partners[i] < 0)
            {
                clusters.Add(new SegmentCluster(evidence));
            }
            else
            {
                byInterval[partners[i]].Join(evidence);
            }
        }

        double Score(int cluster, int segment)
        {
            var ratio = known[cluster].OverlapRatio(track.Matchable[segment]);
            return ratio < OverlapFrom ? 0 : ratio + (LabelBonus * byInterval[cluster].ShareOf(track.Segments[segment].Label));
        }
    }
}
