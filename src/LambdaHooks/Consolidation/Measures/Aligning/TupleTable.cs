namespace LambdaHooks.Consolidation.Measures;

/// <summary>
/// Tuples of two units or more that may be part of a best alignment, in the order of their first units.
/// </summary>
/// <param name="Offsets">Where each tuple's units begin in <paramref name="Units"/>, and where the last one's end.</param>
/// <param name="Units">Units of the tuples, each tuple's first and least one first.</param>
/// <param name="Savings">What each saves against its units alone, more than 0.</param>
/// <param name="MostSaved">For each unit the most it can add to what any tuple saves.</param>
/// <param name="IsComplete">False where some were left out to bound time and memory.</param>
internal sealed record TupleTable(int[] Offsets, int[] Units, long[] Savings, long[] MostSaved, bool IsComplete)
{
    /// <summary>How many there are.</summary>
    public int Count => Savings.Length;

    /// <summary>Units of a tuple.</summary>
    public ReadOnlySpan<int> UnitsOf(int tuple) => Units.AsSpan(Offsets[tuple], Offsets[tuple + 1] - Offsets[tuple]);
}
