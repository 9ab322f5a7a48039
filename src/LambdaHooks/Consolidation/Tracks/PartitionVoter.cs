using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>A worker who has a say: where their track starts and ends, and where they cut it in between.</summary>
/// <param name="Weight">Their weight in whole millionths, 1 or more.</param>
/// <param name="First">Their first start, in microseconds.</param>
/// <param name="Last">Their last end.</param>
/// <param name="Cuts">Where pieces meet, ascending, each once, all between <paramref name="First"/> and <paramref name="Last"/>.</param>
internal sealed record PartitionVoter(long Weight, long First, long Last, long[] Cuts)
{
    /// <summary>A gap or an overlap up to this long, in microseconds, is the hand's and no statement.</summary>
    public const long Tolerance = 50_000;

    /// <summary>Reads a track: one cut for an end and the start next to it, at the start; at both sides of a longer gap.</summary>
    /// <returns>Null for a track without a segment that has a length.</returns>
    public static PartitionVoter? Of(WorkerTrack track, long weight)
    {
        long[] starts = [.. track.Segments.Where(HasLength).Select(s => s.Interval.Start.Microseconds).Order()];
        long[] ends = [.. track.Segments.Where(HasLength).Select(s => s.Interval.End.Microseconds).Order()];
        if (starts.Length == 0)
        {
            return null;
        }

        var (first, last) = (starts[0], ends[^1]);
        var lone = ends.Where(e => DistanceToNearest(starts, e) > Tolerance);
        return new PartitionVoter(weight, first, last, [.. starts.Concat(lone).Where(t => first < t && t < last).Distinct().Order()]);
    }

    /// <summary>How far a cut reaches: no further than the shorter of the pieces it parts, so that short pieces are not taken for one another.</summary>
    public long ReachOf(int cut)
    {
        var before = Cuts[cut] - (cut == 0 ? First : Cuts[cut - 1]);
        var after = (cut == Cuts.Length - 1 ? Last : Cuts[cut + 1]) - Cuts[cut];
        return Math.Min(PartitionKernel.Reach, Math.Min(before, after));
    }

    private static bool HasLength(Segment segment) => !segment.Interval.IsEmpty;

    private static long DistanceToNearest(long[] sorted, long time)
    {
        var place = Array.BinarySearch(sorted, time);
        var next = place < 0 ? ~place : place;
        var after = next < sorted.Length ? sorted[next] - time : long.MaxValue;
        return Math.Min(after, next > 0 ? time - sorted[next - 1] : long.MaxValue);
    }
}
