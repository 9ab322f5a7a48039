namespace LambdaHooks.Consolidation.Tracks;

/// <summary>
/// Decides how many of the best supported boundaries are in: those that raise the F-measure expected against one more worker.
/// </summary>
/// <remarks>
/// With boundaries in falling order of the probability p that a further worker marks them, the expected F of the first n is about
/// 2 × sum(p) / (n + the number that worker marks), and a boundary raises it as long as its p is above half the F so far (Lewis 1995;
/// Ye, Chai, Lee and Chieu 2012). So the quorum follows the material: strict where workers agree, lenient where they do not.
/// A boundary exists here only because somebody marked it, so each loses half a worker before its support is read as a
/// probability (absolute discounting, Ney, Essen and Kneser 1994): otherwise what one worker of two marked would seem an even chance.
/// Integers, so that equally supported boundaries are in or out together.
/// </remarks>
internal sealed class PartitionQuorum
{
    private readonly long discount;
    private readonly Int128 weight;
    private readonly Int128 expected;
    private Int128 gained;
    private int taken;

    /// <summary>For so many workers with a say, one at least.</summary>
    public PartitionQuorum(IReadOnlyList<PartitionVoter> voters)
    {
        foreach (var voter in voters)
        {
            weight += voter.Weight;
            expected += (Int128)voter.Weight * voter.Cuts.Length;
        }

        discount = (long)(weight * PartitionKernel.Full / (2 * voters.Count));
    }

    /// <summary>Takes the next best boundary if it is worth it.</summary>
    /// <param name="support">Sum of weight × kernel behind it, no more than that of the one before.</param>
    /// <returns>False when it is not; then no later one is.</returns>
    public bool TryTake(long support)
    {
        var gain = support - discount;
        if (gain <= 0 || gain * ((weight * taken) + expected) <= gained * weight)
        {
            return false;
        }

        gained += gain;
        taken++;
        return true;
    }
}
