namespace LambdaHooks.Consolidation.Tracks;

/// <summary>
/// Everybody's cuts, and which of them speak for the same boundary: at most one of a worker.
/// </summary>
/// <remarks>
/// Two cuts belong together only within the reach of both, which is no further than the nearest other cut of the same worker.
/// So of another worker only the cut before a place and the one after it can belong to it, and looking a partner up takes
/// logarithmic time however crowded the tracks are.
/// </remarks>
internal sealed class PartitionMarks
{
    private readonly IReadOnlyList<PartitionVoter> voters;
    private readonly int[] firstOf;
    private readonly int[] voterOf;
    private readonly long[] times;
    private readonly long[] reaches;
    private readonly bool[] used;

    /// <summary>All cuts of the voters, in their order.</summary>
    public PartitionMarks(IReadOnlyList<PartitionVoter> voters)
    {
        this.voters = voters;
        var count = voters.Sum(v => v.Cuts.Length);
        (firstOf, voterOf, times, reaches, used) = (new int[voters.Count], new int[count], new long[count], new long[count], new bool[count]);
        for (var (v, mark) = (0, 0); v < voters.Count; v++)
        {
            firstOf[v] = mark;
            for (var cut = 0; cut < voters[v].Cuts.Length; cut++, mark++)
            {
                (voterOf[mark], times[mark], reaches[mark]) = (v, voters[v].Cuts[cut], voters[v].ReachOf(cut));
            }
        }
    }

    /// <summary>How many there are; each is known by its place.</summary>
    public int Count => times.Length;

    /// <summary>Where a mark lies, in microseconds.</summary>
    public long TimeOf(int mark) => times[mark];

    /// <summary>The weight of the worker who made a mark.</summary>
    public long WeightOf(int mark) => voters[voterOf[mark]].Weight;

    /// <summary>True once a mark speaks for a boundary.</summary>
    public bool IsUsed(int mark) => used[mark];

    /// <summary>Lets a mark speak for a boundary, and so for no other.</summary>
    public void Use(int mark) => used[mark] = true;

    /// <summary>What a boundary at a mark would have behind it.</summary>
    public PartitionPeak PeakAt(int mark)
    {
        var (support, distance) = (0L, 0L);
        for (var v = 0; v < voters.Count; v++)
        {
            if (PartnerOf(mark, v) is var partner and >= 0)
            {
                var away = Math.Abs(times[partner] - times[mark]);
                support += voters[v].Weight * PartitionKernel.At(away);
                distance += away;
            }
        }

        return new PartitionPeak(support, distance, times[mark], mark);
    }

    /// <summary>The unused marks that belong to a boundary at an unused mark, the mark itself among them.</summary>
    public List<int> PartnersOf(int mark)
    {
        var partners = new List<int>(voters.Count);
        for (var v = 0; v < voters.Count; v++)
        {
            if (PartnerOf(mark, v) is var partner and >= 0)
            {
                partners.Add(partner);
            }
        }

        return partners;
    }

    private int PartnerOf(int mark, int voter)
    {
        if (voterOf[mark] == voter)
        {
            return mark;
        }

        var place = Array.BinarySearch(voters[voter].Cuts, times[mark]);
        var after = firstOf[voter] + (place < 0 ? ~place : place);
        var (before, end) = (after - 1, firstOf[voter] + voters[voter].Cuts.Length);
        var toBefore = before >= firstOf[voter] ? DistanceIfFree(mark, before) : long.MaxValue;
        var toAfter = after < end ? DistanceIfFree(mark, after) : long.MaxValue;
        return toBefore <= toAfter ? (toBefore == long.MaxValue ? -1 : before) : after;
    }

    private long DistanceIfFree(int mark, int other)
    {
        var distance = Math.Abs(times[mark] - times[other]);
        return !used[other] && distance < Math.Min(reaches[mark], reaches[other]) && PartitionKernel.At(distance) > 0 ? distance : long.MaxValue;
    }
}
