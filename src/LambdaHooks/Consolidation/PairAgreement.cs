using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>How much two workers agree on one track.</summary>
internal readonly record struct PairAgreement(double F1, double OverlapRatio)
{
    private const double MatchFrom = 0.5;

    /// <summary>F1 and mean overlap of the matched segments of two workers.</summary>
    public static PairAgreement Between(WorkerTrack a, WorkerTrack b)
    {
        var total = a.Segments.Count + b.Segments.Count;
        if (total == 0)
        {
            return new PairAgreement(1, 1);
        }

        var partners = GreedyMatching.Match(a.Matchable, b.Matchable, (l, r) => Ratio(a, l, b, r));
        var (matches, overlap) = (0, 0.0);
        for (var r = 0; r < partners.Length; r++)
        {
            if (partners[r] >= 0)
            {
                matches++;
                overlap += a.Matchable[partners[r]].OverlapRatio(b.Matchable[r]);
            }
        }

        return new PairAgreement(2.0 * matches / total, 2 * overlap / total);
    }

    /// <summary>Mean over all pairs of workers; null with fewer than two.</summary>
    public static TrackAgreement Of(TrackKey key, TrackAnswers track) => track.Pairs.Count == 0
        ? new TrackAgreement(key, track.Workers.Count, null, null)
        : new TrackAgreement(key, track.Workers.Count, track.Pairs.Average(p => p.Agreement.F1), track.Pairs.Average(p => p.Agreement.OverlapRatio));

    private static double Ratio(WorkerTrack a, int l, WorkerTrack b, int r)
    {
        var ratio = a.Segments[l].Label == b.Segments[r].Label ? a.Matchable[l].OverlapRatio(b.Matchable[r]) : 0;
        return ratio >= MatchFrom ? ratio : 0;
    }
}
