namespace LambdaHooks.Consolidation.Measures;

/// <summary>Where a search along the units stands: which later units are taken, and at what cost.</summary>
/// <param name="Units">Sorted; those from <paramref name="From"/> on are taken. Never written to.</param>
/// <param name="From">Where the taken units begin.</param>
/// <param name="Cost">What was given away so far.</param>
/// <param name="Step">The last tuple that was chosen, as an index into the steps of the search; -1 for none.</param>
internal readonly record struct FrontierState(int[] Units, int From, long Cost, int Step)
{
    public ReadOnlySpan<int> Taken => Units.AsSpan(From);

    /// <summary>By cost, then by the taken units.</summary>
    public static int Compare(FrontierState a, FrontierState b) =>
        a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost) : a.Taken.SequenceCompareTo(b.Taken);
}

/// <summary>States are the same when the same units are taken.</summary>
internal sealed class SameUnitsTaken : IEqualityComparer<FrontierState>
{
    public static readonly SameUnitsTaken Instance = new();

    public bool Equals(FrontierState x, FrontierState y) => x.Taken.SequenceEqual(y.Taken);

    public int GetHashCode(FrontierState obj)
    {
        var hash = 17u;
        foreach (var unit in obj.Taken)
        {
            hash = unchecked(((hash ^ (uint)unit) * 0x9E3779B1u) ^ (hash >> 15));
        }

        return unchecked((int)hash);
    }
}
