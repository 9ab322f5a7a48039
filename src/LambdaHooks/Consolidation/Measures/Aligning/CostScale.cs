using System.Numerics;

namespace LambdaHooks.Consolidation.Measures;

/// <summary>
/// Costs as integers, so that sums are exact and two alignments are equal or not, whatever the order in which they were added up.
/// </summary>
/// <remarks>
/// One unit that stands alone costs <see cref="Alone"/>: an empty pairing for each of the pairs of annotators. A tuple saves what its
/// units would cost alone, less its own cost: <see cref="Alone"/> for each unit but the first, and <see cref="One"/> less the
/// dissimilarity for each pair of its units.
/// </remarks>
internal readonly record struct CostScale
{
    private const int FinestBits = 28;
    private const int SafeBits = 60;

    public CostScale(int annotators, int units)
    {
        Annotators = annotators;
        var pairs = Math.Max(1, (long)annotators * (annotators - 1) / 2);
        var used = BitOperations.Log2((ulong)pairs) + BitOperations.Log2((ulong)units + 1) + 3;
        One = 1L << Math.Clamp(SafeBits - used, 0, FinestBits);
        Alone = pairs * One;
    }

    public int Annotators { get; }

    /// <summary>The cost of one empty pairing.</summary>
    public long One { get; }

    /// <summary>The cost of a unit that stands alone.</summary>
    public long Alone { get; }

    /// <summary>
    /// What a unit's dissimilarities to the others of a tuple of this size must stay below: from there on, the tuple costs no less than
    /// without the unit and the unit alone.
    /// </summary>
    public long BoundOf(int size) => Alone + ((size - 1) * One);

    /// <summary>A dissimilarity as a cost; at most the bound of a full tuple, which nothing may reach.</summary>
    public long Of(double dissimilarity) =>
        dissimilarity >= BoundOf(Annotators) / (double)One ? BoundOf(Annotators) : (long)Math.Round(dissimilarity * One);
}
