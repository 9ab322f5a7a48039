using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Clusters by place as they stood when the window was made, so that only neighbours are looked at.</summary>
internal sealed class ClusterWindow
{
    private const int MostExamined = 64;

    private readonly SegmentCluster[] clusters;
    private readonly Interval[] places;
    private readonly MediaTime[] latestEnds;

    public ClusterWindow(IEnumerable<SegmentCluster> inOrder)
    {
        clusters = [.. inOrder];
        places = [.. clusters.Select(c => c.Interval)];
        latestEnds = new MediaTime[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            latestEnds[i] = i == 0 ? places[i].End : MediaTime.Max(latestEnds[i - 1], places[i].End);
        }
    }

    /// <summary>Clusters that overlap an interval, nearest starts first on each side; those that lost all their marks are passed over.</summary>
    public IEnumerable<SegmentCluster> Near(Interval interval)
    {
        var from = FirstFrom(interval.Start);
        for (var i = from; i < clusters.Length && i - from < MostExamined && places[i].Start < interval.End; i++)
        {
            if (clusters[i].Members.Count > 0)
            {
                yield return clusters[i];
            }
        }

        for (var i = from - 1; i >= 0 && from - i <= MostExamined && latestEnds[i] > interval.Start; i--)
        {
            if (clusters[i].Members.Count > 0 && places[i].End > interval.Start)
            {
                yield return clusters[i];
            }
        }
    }

    /// <summary>False where <see cref="Near"/> finds fewer than two, as it mostly does.</summary>
    public bool HasTwoNear(Interval interval)
    {
        var from = FirstFrom(interval.Start);
        var count = 0;
        for (var i = from; count < 2 && i < clusters.Length && i - from < MostExamined && places[i].Start < interval.End; i++)
        {
            count += clusters[i].Members.Count > 0 ? 1 : 0;
        }

        for (var i = from - 1; count < 2 && i >= 0 && from - i <= MostExamined && latestEnds[i] > interval.Start; i--)
        {
            count += clusters[i].Members.Count > 0 && places[i].End > interval.Start ? 1 : 0;
        }

        return count == 2;
    }

    private int FirstFrom(MediaTime start)
    {
        var (low, high) = (0, places.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = places[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
