namespace LambdaHooks.Consolidation.Measures;

/// <summary>For each unit of a part the tuples of the part that it is in, both by their places in the part.</summary>
internal sealed class PartIndex
{
    private readonly int[] offsets;
    private readonly int[] tuples;

    /// <summary>Lists a part.</summary>
    /// <param name="table">Where the tuples are.</param>
    /// <param name="part">The part.</param>
    /// <param name="places">For every unit of the table a cell to work with.</param>
    public PartIndex(TupleTable table, Part part, int[] places)
    {
        for (var i = 0; i < part.Units.Length; i++)
        {
            places[part.Units[i]] = i;
        }

        offsets = new int[part.Units.Length + 1];
        foreach (var tuple in part.Tuples)
        {
            foreach (var unit in table.UnitsOf(tuple))
            {
                offsets[places[unit] + 1]++;
            }
        }

        for (var i = 0; i < part.Units.Length; i++)
        {
            offsets[i + 1] += offsets[i];
        }

        tuples = new int[offsets[^1]];
        var next = offsets.AsSpan(0, part.Units.Length).ToArray();
        for (var i = 0; i < part.Tuples.Length; i++)
        {
            foreach (var unit in table.UnitsOf(part.Tuples[i]))
            {
                tuples[next[places[unit]]++] = i;
            }
        }
    }

    /// <summary>Places of a unit's tuples, by its own place.</summary>
    public ReadOnlySpan<int> TuplesOf(int unit) => tuples.AsSpan(offsets[unit], offsets[unit + 1] - offsets[unit]);
}
