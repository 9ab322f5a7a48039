namespace LambdaHooks.Consolidation.Measures;

/// <summary>One part of an alignment problem: units that no useful tuple connects with others.</summary>
/// <param name="Units">The units, ascending.</param>
/// <param name="Tuples">The useful tuples among them, ascending.</param>
/// <param name="Chosen">Tuples of the best alignment known, all of them useful.</param>
internal sealed record Part(int[] Units, int[] Tuples, IReadOnlyList<int> Chosen)
{
    /// <summary>What was tried on it so far.</summary>
    public Effort Effort { get; init; }
}

/// <summary>What was tried on a part, each costlier than the one before and needed by ever fewer parts.</summary>
internal enum Effort
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Prices were haggled.</summary>
    Haggled,

    /// <summary>Prices were softened.</summary>
    Softened,

    /// <summary>Prices were softened until they settled.</summary>
    Settled,

    /// <summary>A search with few states.</summary>
    Skimmed,

    /// <summary>A search with as many states as are allowed.</summary>
    Searched,
}
