using LambdaHooks.Consolidation.Tracks;
using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>How much two workers agree on one track: segments match one to one, with equal labels, so that as many as can match by half do.</summary>
/// <param name="F1">Share of marks matched by half or more.</param>
/// <param name="OverlapRatio">Mean intersection over union of those; unmatched ones count 0.</param>
/// <param name="Likeness">The same over all pairs that overlap by 0.3 or more: what reliability rests on.</param>
/// <param name="Equal">Share of marks matched almost exactly (above 0.98).</param>
internal readonly record struct PairAgreement(double F1, double OverlapRatio, double Likeness, double Equal)
{
    private const double MatchFrom = 0.5;
    private const double LikeFrom = 0.3;
    private const double EqualFrom = 0.98;

    /// <summary>So much more than any likeness that one match by half outweighs all that it displaces.</summary>
    private const double ForAMatch = 16;

    /// <summary>Agreement of two workers; full where both marked nothing.</summary>
    /// <param name="a">One worker's marks.</param>
    /// <param name="b">The other's.</param>
    /// <param name="matchFrom">Least likeness of a match.</param>
    public static PairAgreement Between(WorkerTrack a, WorkerTrack b, double matchFrom = MatchFrom)
    {
        var total = a.Segments.Count + b.Segments.Count;
        if (total == 0)
        {
            return new PairAgreement(1, 1, 1, 1);
        }

        if (a.Segments.Count == 0 || b.Segments.Count == 0)
        {
            return default;
        }

        var likeness = new Likeness(Math.Min(LikeFrom, matchFrom), a.ArePoints && b.ArePoints);
        var pairs = Candidates.Find(a.Marks, b.Marks, likeness, (l, r, alike) =>
            a.Segments[l].Label == b.Segments[r].Label ? alike + (alike >= matchFrom ? ForAMatch : 0) : 0);
        return Tell(a, b, likeness, SparseAssignment.Solve(pairs), matchFrom);
    }

    /// <summary>Mean over all pairs of those workers who count; null with fewer than two.</summary>
    public static TrackAgreement Of(TrackKey key, TrackAnswers track, Func<string, bool> counts)
    {
        bool[] counting = [.. track.Workers.Select(w => counts(w.Worker))];
        PairAgreement[] pairs = [.. track.Pairs.Where(p => counting[p.A] && counting[p.B]).Select(p => p.Agreement)];
        var workers = counting.Count(c => c);
        return pairs.Length == 0
            ? new TrackAgreement(key, workers, null, null)
            : new TrackAgreement(key, workers, pairs.Average(p => p.F1), pairs.Average(p => p.OverlapRatio));
    }

    private static PairAgreement Tell(WorkerTrack a, WorkerTrack b, Likeness likeness, int[] partners, double matchFrom)
    {
        var (matches, equal, overlap, alike) = (0, 0, 0.0, 0.0);
        for (var l = 0; l < partners.Length; l++)
        {
            if (partners[l] < 0)
            {
                continue;
            }

            var value = likeness.Of(a.Marks, l, b.Marks, partners[l]);
            alike += value;
            equal += value > EqualFrom ? 1 : 0;
            matches += value >= matchFrom ? 1 : 0;
            overlap += value >= matchFrom ? value : 0;
        }

        var half = (a.Segments.Count + b.Segments.Count) / 2.0;
        return new PairAgreement(matches / half, overlap / half, alike / half, equal / half);
    }
}
