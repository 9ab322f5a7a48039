namespace LambdaHooks.Consolidation.Tracks;

/// <summary>How likely something is there, by who of a track's openers marked it.</summary>
/// <param name="openers">Workers whose answers count and who opened the track, by name.</param>
/// <param name="marked">For each, the logarithm of how much likelier they mark what is there than what is not.</param>
/// <param name="missed">The same for leaving it out.</param>
internal sealed class TrackPresence(IReadOnlyList<string> openers, double[] marked, double[] missed)
{
    private readonly bool[] didMark = new bool[marked.Length];

    /// <summary>Probability that something is there, 0 to 1. Not for several threads at once.</summary>
    public double Of(SegmentCluster cluster)
    {
        _ = Mark(openers, cluster, didMark);
        var logOdds = 0.0;
        for (var i = 0; i < marked.Length; i++)
        {
            logOdds += didMark[i] ? marked[i] : missed[i];
        }

        return 1 / (1 + Math.Exp(-logOdds));
    }

    /// <summary>Notes which openers have a mark in a cluster; gives how many those are.</summary>
    public static int Mark(IReadOnlyList<string> openers, SegmentCluster cluster, bool[] marked)
    {
        Array.Clear(marked);
        var count = 0;
        foreach (var member in cluster.Members)
        {
            if (member.Weight > 0 && PlaceOf(openers, member.Worker) is var place and >= 0 && !marked[place])
            {
                marked[place] = true;
                count++;
            }
        }

        return count;
    }

    private static int PlaceOf(IReadOnlyList<string> openers, string worker)
    {
        var (low, high) = (0, openers.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(openers[middle], worker);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
