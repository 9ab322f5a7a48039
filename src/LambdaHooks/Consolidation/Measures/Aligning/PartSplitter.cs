namespace LambdaHooks.Consolidation.Measures;

/// <summary>Splits a part where no tuple connects its units, in the order of their first units.</summary>
internal sealed class PartSplitter(TupleTable table, int units)
{
    private readonly int[] parents = new int[units];
    private readonly int[] groups = new int[units];

    public List<Part> Split(Part whole)
    {
        foreach (var unit in whole.Units)
        {
            parents[unit] = unit;
        }

        foreach (var tuple in whole.Tuples)
        {
            Join(table.UnitsOf(tuple));
        }

        var count = 0;
        foreach (var unit in whole.Units)
        {
            groups[unit] = Root(unit) == unit ? count++ : groups[Root(unit)];
        }

        return Gather(whole, count);
    }

    private List<Part> Gather(Part whole, int count)
    {
        var parts = Enumerable.Range(0, count).Select(_ => (Units: new List<int>(), Tuples: new List<int>(), Chosen: new List<int>())).ToArray();
        foreach (var unit in whole.Units)
        {
            parts[groups[unit]].Units.Add(unit);
        }

        foreach (var tuple in whole.Tuples)
        {
            parts[GroupOf(tuple)].Tuples.Add(tuple);
        }

        foreach (var tuple in whole.Chosen)
        {
            parts[GroupOf(tuple)].Chosen.Add(tuple);
        }

        return [.. parts.Where(p => p.Tuples.Count > 0).Select(p => whole with { Units = [.. p.Units], Tuples = [.. p.Tuples], Chosen = p.Chosen })];
    }

    private int GroupOf(int tuple) => groups[table.UnitsOf(tuple)[0]];

    /// <summary>The least unit of a group is its root, so a group is met with its root first.</summary>
    private void Join(ReadOnlySpan<int> group)
    {
        var first = Root(group[0]);
        foreach (var unit in group[1..])
        {
            var other = Root(unit);
            (first, var child) = first < other ? (first, other) : (other, first);
            parents[child] = first;
        }
    }

    private int Root(int unit)
    {
        while (parents[unit] != unit)
        {
            unit = parents[unit] = parents[parents[unit]];
        }

        return unit;
    }
}
