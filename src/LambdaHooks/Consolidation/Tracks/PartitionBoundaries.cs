using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Fuses the boundaries of several workers who each cut the same clip into pieces.</summary>
/// <remarks>
/// Again and again the mark with the most support around it becomes a boundary and takes one mark of each worker with it, until
/// <see cref="PartitionQuorum"/> says that a further one does more harm than good. It lies at the median of the marks that share
/// its place, not of all that speak for it: the median of four vague marks is where nobody put one, the densest place is where
/// those who agree put theirs. Cost: for n marks of k workers n × k × (k + log n) steps at worst, memory linear in n.
/// </remarks>
internal static class PartitionBoundaries
{
    /// <summary>The fused boundaries in order of time, the partition's start and end first and last; no two in one place.</summary>
    /// <param name="voters">In an order that does not depend on that of the input; at least one.</param>
    public static IReadOnlyList<PartitionBoundary> Fuse(IReadOnlyList<PartitionVoter> voters)
    {
        var start = Edge(voters, static v => v.First);
        var end = Edge(voters, static v => v.Last);
        var inner = Inner(voters, start.Time, end.Time).OrderBy(b => b.Time).ToList();
        return [start, .. inner, end];
    }

    private static PartitionBoundary Edge(IReadOnlyList<PartitionVoter> voters, Func<PartitionVoter, long> edge)
    {
        List<(long Time, long Weight)> marks = [.. voters.Select(v => (edge(v), v.Weight))];
        var time = PartitionMedian.Of(marks);
        var support = marks.Sum(m => m.Weight * PartitionKernel.At(Math.Abs(m.Time - time)));
        return Boundary(time, support, voters, marks.Select(m => m.Time));
    }

    private static List<PartitionBoundary> Inner(IReadOnlyList<PartitionVoter> voters, MediaTime start, MediaTime end)
    {
        var (marks, quorum) = (new PartitionMarks(voters), new PartitionQuorum(voters));
        var (boundaries, places) = (new List<PartitionBoundary>(), new HashSet<long>());
        foreach (var (peak, partners) in Peaks(marks))
        {
            var time = Place(marks, peak, partners);
            if (time <= start.Microseconds || time >= end.Microseconds || places.Contains(time))
            {
                continue;
            }

            if (!quorum.TryTake(peak.Support))
            {
                break;
            }

            _ = places.Add(time);
            boundaries.Add(Boundary(time, peak.Support, voters, partners.Select(marks.TimeOf).Order()));
        }

        return boundaries;
    }

    /// <summary>Best first. A queued support may be out of date, but only too high, so it is looked up again when its turn comes.</summary>
    private static IEnumerable<(PartitionPeak Peak, List<int> Partners)> Peaks(PartitionMarks marks)
    {
        var queue = new PriorityQueue<int, PartitionPeak>(Enumerable.Range(0, marks.Count).Select(m => (m, marks.PeakAt(m))));
        while (queue.TryDequeue(out var mark, out var known))
        {
            if (marks.IsUsed(mark))
            {
                continue;
            }

            var peak = marks.PeakAt(mark);
            if (peak != known)
            {
                queue.Enqueue(mark, peak);
                continue;
            }

            var partners = marks.PartnersOf(mark);
            partners.ForEach(marks.Use);
            yield return (peak, partners);
        }
    }

    private static long Place(PartitionMarks marks, PartitionPeak peak, List<int> partners) => PartitionMedian.Of(
        [.. partners.Where(p => Math.Abs(marks.TimeOf(p) - peak.Time) <= PartitionKernel.Exact).Select(p => (marks.TimeOf(p), marks.WeightOf(p)))]);

    private static PartitionBoundary Boundary(long time, long support, IReadOnlyList<PartitionVoter> voters, IEnumerable<long> marks) =>
        new(new MediaTime(time), support / (double)(voters.Sum(v => v.Weight) * PartitionKernel.Full), [.. marks.Select(m => new MediaTime(m))]);
}
