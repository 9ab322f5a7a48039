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
    private const double LeastPrecision = 0.5;
    private const double MostPrecision = 2;

    private readonly Dictionary<string, List<long>> offsets = new(StringComparer.Ordinal);
    private Dictionary<string, double> deviations = [];
    private double pool;

    /// <summary>Adds the clusters of a track.</summary>
    public void Add(IEnumerable<SegmentCluster> clusters)
    {
        foreach (var cluster in clusters)
        {
            SegmentEvidence[] placers = [.. cluster.Members.Where(m => m is { Weight: > 0, PresenceOnly: false })];
            if (placers.Length >= LeastPlacers)
            {
                Note(placers, [.. placers.Select(p => p.Segment.Interval.Start.Microseconds)]);
                Note(placers, [.. placers.Select(p => p.Segment.Interval.End.Microseconds)]);
            }
        }
    }

    /// <summary>Works the figures out, once everything is added.</summary>
    public void Finish()
    {
        deviations = offsets.Where(o => o.Value.Count >= LeastBoundaries).ToDictionary(o => o.Key, o => MedianOf(o.Value.Select(Math.Abs)), StringComparer.Ordinal);
        pool = deviations.Count == 0 ? 0 : Median.Of([.. deviations.Values.Order()]);
    }

    /// <summary>Precision in terms of the pool's: 1 for the middle worker or where too little is known, from 0.5 to 2.</summary>
    public double Of(string worker) => deviations.TryGetValue(worker, out var deviation) && pool > 0
        ? deviation > 0 ? Math.Clamp(pool / deviation, LeastPrecision, MostPrecision) : MostPrecision
        : 1;

    /// <summary>How much later than the others' the worker's boundaries lie, by the median; null with too few to tell.</summary>
    public MediaTime? LagOf(string worker) => offsets.TryGetValue(worker, out var found) && found.Count >= LeastBoundaries
        ? new MediaTime((long)Math.Floor(MedianOf(found.Select(o => o))))
        : null;

    private static double MedianOf(IEnumerable<long> values) => Median.Of([.. values.Order().Select(v => (double)v)]);

    private void Note(SegmentEvidence[] placers, long[] times)
    {
        for (var i = 0; i < placers.Length; i++)
        {
            if (!offsets.TryGetValue(placers[i].Worker, out var found))
            {
                offsets.Add(placers[i].Worker, found = []);
            }

            found.Add(times[i] - MedianWithout(times, i));
        }
    }

    private static long MedianWithout(long[] times, int place)
    {
        Span<long> others = times.Length <= 64 ? stackalloc long[times.Length - 1] : new long[times.Length - 1];
        var next = 0;
        for (var i = 0; i < times.Length; i++)
        {
            if (i != place)
            {
                others[next++] = times[i];
            }
        }

        others.Sort();
        var (low, high) = (others[(others.Length - 1) / 2], others[others.Length / 2]);
        return low + ((high - low) / 2);
    }
}
