namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Tells from all workers' tracks of a category whether its tracks part the clip, leaving no gap and overlapping nowhere.</summary>
/// <remarks>
/// Each worker is judged by all neighbouring segments of all their tracks: nine in ten must touch, within 50 ms, so that a slip of
/// the hand counts little. The category is a partition if more than half of the workers pass, so that one careless worker of
/// three or more changes nothing; with two, both must pass.
/// </remarks>
internal static class PartitionDetection
{
    private const int OutOf = 10;
    private const int Touching = 9;

    /// <summary>True for a partition; false where nobody marked two segments on one track.</summary>
    /// <param name="tracks">Tracks of one category, of all workers and objects, in any order; segments sorted.</param>
    public static bool IsPartition(IEnumerable<WorkerTrack> tracks)
    {
        var workers = new Dictionary<string, (int Pairs, int Touching)>(StringComparer.Ordinal);
        foreach (var track in tracks)
        {
            var (pairs, touching) = Neighbours(track);
            var known = workers.GetValueOrDefault(track.Worker);
            workers[track.Worker] = (known.Pairs + pairs, known.Touching + touching);
        }

        var judged = workers.Values.Where(w => w.Pairs > 0).ToArray();
        return judged.Count(w => (long)w.Touching * OutOf >= (long)w.Pairs * Touching) * 2 > judged.Length;
    }

    private static (int Pairs, int Touching) Neighbours(WorkerTrack track)
    {
        var (pairs, touching, latest) = (0, 0, long.MinValue);
        foreach (var segment in track.Segments)
        {
            if (segment.Interval.IsEmpty)
            {
                continue;
            }

            var (start, end) = (segment.Interval.Start.Microseconds, segment.Interval.End.Microseconds);
            if (latest != long.MinValue)
            {
                pairs++;
                touching += Math.Abs(start - latest) <= PartitionVoter.Tolerance ? 1 : 0;
            }

            latest = Math.Max(latest, end);
        }

        return (pairs, touching);
    }
}
