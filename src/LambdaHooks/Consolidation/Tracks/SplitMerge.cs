using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>
/// Finds marks that cover several things, and things that one worker marked in pieces: such a mark says that something is there, and
/// moves no boundary.
/// </summary>
/// <remarks>
/// A mark merges segments when the others' majority sees at least two, one after the other, each covered by half or more, and together
/// they fill the mark. A worker splits a segment when two of their marks lie in it and together fill it.
/// </remarks>
internal static class SplitMerge
{
    private const double CoveredFrom = 0.5;
    private const double InsideFrom = 0.8;
    private const double FilledFrom = 0.75;
    private const double MostShared = 0.25;

    /// <summary>Flags what it finds. Clusters that are left without a mark disappear.</summary>
    /// <param name="clusters">Clusters of one track, in order; changed.</param>
    /// <param name="openers">How many workers whose answers count opened the track.</param>
    public static void Resolve(List<SegmentCluster> clusters, int openers)
    {
        if (openers < 2)
        {
            return;
        }

        var byStart = new ClusterWindow(clusters);
        foreach (var cluster in clusters.ToArray())
        {
            foreach (var mark in Array.FindAll([.. cluster.Members], static m => m.Places))
            {
                Resolve(mark, cluster, byStart, openers);
            }
        }

        _ = clusters.RemoveAll(c => c.Members.Count == 0);
    }

    private static void Resolve(SegmentEvidence mark, SegmentCluster cluster, ClusterWindow window, int openers)
    {
        var merged = Merged(mark, cluster, window, openers);
        if (merged.Count >= 2)
        {
            cluster.Leave(mark.Worker);
            foreach (var part in merged)
            {
                part.Join(mark with { PresenceOnly = true });
                part.IsSplitOrMerged = true;
            }
        }
        else if (cluster.Support * 2 > openers && cluster.Without(mark.Worker) is { } whole && OtherPiece(mark, cluster, whole, window, openers) is { } piece)
        {
            cluster.Leave(mark.Worker);
            cluster.Join(mark with { PresenceOnly = true });
            (cluster.IsSplitOrMerged, piece.IsSplitOrMerged) = (true, true);
        }
    }

    /// <summary>The segments that a mark merges; fewer than two where it merges none.</summary>
    private static List<SegmentCluster> Merged(SegmentEvidence mark, SegmentCluster own, ClusterWindow window, int openers)
    {
        var interval = mark.Segment.Interval;
        if (!window.HasTwoNear(interval))
        {
            return [];
        }

        var parts = new List<(Interval Interval, SegmentCluster Cluster)>();
        foreach (var other in window.Near(interval))
        {
            if ((other == own || other.Of(mark.Worker) is null) && SeenByOthers(other, mark.Worker, openers) is { } seen && ShareInside(seen, interval) >= CoveredFrom)
            {
                parts.Add((seen, other));
            }
        }

        parts.Sort(static (a, b) => a.Interval.CompareTo(b.Interval));
        return parts.Count >= 2 && FollowEachOther(parts) && parts.Aggregate(parts[0].Interval, (hull, p) => hull.Hull(p.Interval)).OverlapRatio(interval) >= FilledFrom
            ? [.. parts.Select(p => p.Cluster)]
            : [];
    }

    /// <summary>Where the others place a segment, if most of them see it.</summary>
    private static Interval? SeenByOthers(SegmentCluster cluster, string worker, int openers)
    {
        var others = 0;
        foreach (var member in cluster.Members)
        {
            others += member.Places && member.Worker != worker ? 1 : 0;
        }

        return others * 2 > openers - 1 ? cluster.Without(worker) : null;
    }

    private static bool FollowEachOther(List<(Interval Interval, SegmentCluster Cluster)> parts)
    {
        for (var i = 1; i < parts.Count; i++)
        {
            var (earlier, later) = (parts[i - 1].Interval, parts[i].Interval);
            var shorter = Math.Min(earlier.Length.Microseconds, later.Length.Microseconds);
            if ((earlier.End - later.Start).Microseconds > MostShared * shorter)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Another mark of the same worker, alone in its cluster, that together with this one fills a segment.</summary>
    private static SegmentCluster? OtherPiece(SegmentEvidence mark, SegmentCluster own, Interval whole, ClusterWindow window, int openers)
    {
        if (ShareInside(mark.Segment.Interval, whole) < InsideFrom)
        {
            return null;
        }

        foreach (var other in window.Near(whole))
        {
            if (other != own && other.Support == 1 && other.Support * 2 <= openers
                && other.Of(mark.Worker) is { PresenceOnly: false } piece && Fill(piece.Segment.Interval, mark.Segment.Interval, whole))
            {
                return other;
            }
        }

        return null;
    }

    private static bool Fill(Interval piece, Interval mark, Interval whole) =>
        ShareInside(piece, whole) >= InsideFrom
        && piece.Overlap(mark).Length.Microseconds <= MostShared * Math.Min(piece.Length.Microseconds, mark.Length.Microseconds)
        && piece.Hull(mark).OverlapRatio(whole) >= FilledFrom;

    private static double ShareInside(Interval part, Interval whole) =>
        part.IsEmpty ? 0 : part.Overlap(whole).Length.Microseconds / (double)part.Length.Microseconds;
}
