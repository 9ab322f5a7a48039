using System.Runtime.InteropServices;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Medians of weighted times.</summary>
internal static class PartitionMedian
{
    /// <summary>The time with half of the weight on either side; rounded down to the microsecond between two such times.</summary>
    /// <param name="marks">At least one, weights of 1 or more; sorted on return.</param>
    public static long Of(List<(long Time, long Weight)> marks)
    {
        marks.Sort();
        var total = 0L;
        foreach (var (_, weight) in CollectionsMarshal.AsSpan(marks))
        {
            total += weight;
        }

        var (place, below) = (0, marks[0].Weight);
        while (below * 2 < total)
        {
            below += marks[++place].Weight;
        }

        var low = marks[place].Time;
        return below * 2 > total ? low : low + ((marks[place + 1].Time - low) / 2);
    }
}
