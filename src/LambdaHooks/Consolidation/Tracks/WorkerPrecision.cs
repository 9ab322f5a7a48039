using System.Runtime.InteropServices;
using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>
/// How exactly each worker places boundaries, and whether always too late or too early: from how far their boundaries lie from the
/// median of the others' in segments that at least three placed.
/// </summary>
internal sealed class WorkerPrecision
{
    private const int LeastPlacers = 3;
    private const int LeastBoundaries = 20;
    private const int FewPlacers = 64;
    private const double LeastPrecision = 0.5;
    private const double MostPrecision = 2;

    private readonly Dictionary<string, List<long>> offsets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> deviations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MediaTime> lags = new(StringComparer.Ordinal);
    private double pool;

    /// <summary>Adds the clusters of a track.</summary>
    public void Add(IEnumerable<SegmentCluster> clusters)
    {
        var (placers, starts, ends) = (new List<string>(), new List<long>(), new List<long>());
        foreach (var cluster in clusters)
        {
            placers.Clear();
            starts.Clear();
            ends.Clear();
            foreach (var member in cluster.Members)
            {
                if (member.Places)
                {
                    placers.Add(member.Worker);
                    starts.Add(member.Segment.Interval.Start.Microseconds);
                    ends.Add(member.Segment.Interval.End.Microseconds);
                }
            }

            if (placers.Count >= LeastPlacers)
            {
                Note(placers, starts);
                Note(placers, ends);
            }
        }
    }

    /// <summary>Works the figures out, once everything is added, and lets go of what they were made of.</summary>
    public void Finish()
    {
        foreach (var (worker, found) in offsets.Where(o => o.Value.Count >= LeastBoundaries))
        {
            var all = CollectionsMarshal.AsSpan(found);
            lags.Add(worker, new MediaTime((long)Math.Floor(Median.OfUnsorted(all))));
            foreach (ref var offset in all)
            {
                offset = Math.Abs(offset);
            }

            deviations.Add(worker, Median.OfUnsorted(all));
        }

        offsets.Clear();
        pool = deviations.Count == 0 ? 0 : Median.Of([.. deviations.Values.Order()]);
    }

    /// <summary>Precision in terms of the pool's: 1 for the middle worker or where too little is known, from 0.5 to 2.</summary>
    public double Of(string worker) => deviations.TryGetValue(worker, out var deviation) && pool > 0
        ? deviation > 0 ? Math.Clamp(pool / deviation, LeastPrecision, MostPrecision) : MostPrecision
        : 1;

    /// <summary>How much later than the others' the worker's boundaries lie, by the median; null with too few to tell.</summary>
    public MediaTime? LagOf(string worker) => lags.TryGetValue(worker, out var lag) ? lag : null;

    private void Note(List<string> placers, List<long> times)
    {
        Span<long> sorted = times.Count <= FewPlacers ? stackalloc long[times.Count] : new long[times.Count];
        times.CopyTo(sorted);
        Median.Sort(sorted);
        for (var i = 0; i < placers.Count; i++)
        {
            if (!offsets.TryGetValue(placers[i], out var found))
            {
                offsets.Add(placers[i], found = []);
            }

            found.Add(times[i] - MedianWithout(sorted, sorted.BinarySearch(times[i])));
        }
    }

    /// <summary>The median of all but one, rounded down to the microsecond.</summary>
    private static long MedianWithout(ReadOnlySpan<long> sorted, int place)
    {
        var (lower, upper) = ((sorted.Length - 2) / 2, (sorted.Length - 1) / 2);
        var (low, high) = (sorted[lower < place ? lower : lower + 1], sorted[upper < place ? upper : upper + 1]);
        return low + ((high - low) / 2);
    }
}
