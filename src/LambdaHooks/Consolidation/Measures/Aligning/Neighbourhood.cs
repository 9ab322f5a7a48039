namespace LambdaHooks.Consolidation.Measures;

/// <summary>
/// Finds the units that could share a tuple with one: units of every annotator by length, in classes of powers of two, then by start,
/// so that one long unit does not widen the window of all short ones.
/// </summary>
internal sealed class Neighbourhood
{
    /// <summary>Wide enough that a rounded window leaves out nothing that counts.</summary>
    private const double Rounding = 1 + 1e-9;

    private readonly UnitTable units;
    private readonly double reach;
    private readonly Shelf[] shelves;

    public Neighbourhood(UnitTable units, double reach)
    {
        (this.units, this.reach) = (units, reach);
        shelves = [.. Enumerable.Range(0, units.Count)
            .GroupBy(u => (Owner: units.Owners[u], Class: ClassOf(u)))
            .OrderBy(g => g.Key)
            .Select(g => ShelfOf(g.Key.Owner, g))];
    }

    /// <summary>Adds the units after one, of other annotators, that may be near enough; annotators in order, some too far.</summary>
    /// <param name="unit">Whose neighbours.</param>
    /// <param name="most">Most that are taken from a shelf, the nearest starts.</param>
    /// <param name="found">Where they are added.</param>
    /// <returns>False where some were left out.</returns>
    public bool AddAfter(int unit, int most, List<int> found)
    {
        var complete = true;
        foreach (var shelf in shelves)
        {
            if (shelf.Owner != units.Owners[unit])
            {
                complete &= AddFrom(shelf, unit, most, found);
            }
        }

        return complete;
    }

    private bool AddFrom(Shelf shelf, int unit, int most, List<int> found)
    {
        var start = units.Starts[unit];
        var window = double.IsInfinity(reach) ? reach : Rounding * reach * (units.Ends[unit] - start + shelf.Longest);
        var from = FirstAtOrAfter(shelf.Starts, start - window);
        var until = FirstAfter(shelf.Starts, start + window);
        if (until - from > most)
        {
            var middle = FirstAtOrAfter(shelf.Starts, start);
            from = Math.Max(from, middle - (most / 2));
            until = Math.Min(until, from + most);
        }
        else
        {
            most = int.MaxValue;
        }

        for (var i = from; i < until; i++)
        {
            if (shelf.Units[i] > unit)
            {
                found.Add(shelf.Units[i]);
            }
        }

        return most == int.MaxValue;
    }

    private int ClassOf(int unit) => units.Ends[unit] == units.Starts[unit] ? int.MinValue : Math.ILogB(units.Ends[unit] - units.Starts[unit]);

    private Shelf ShelfOf(int owner, IEnumerable<int> members)
    {
        int[] sorted = [.. members.OrderBy(u => units.Starts[u]).ThenBy(u => u)];
        return new Shelf(owner, [.. sorted.Select(u => units.Starts[u])], sorted, sorted.Max(u => units.Ends[u] - units.Starts[u]));
    }

    private static int FirstAtOrAfter(double[] starts, double value)
    {
        var (low, high) = (0, starts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = starts[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int FirstAfter(double[] starts, double value)
    {
        var (low, high) = (0, starts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = starts[middle] <= value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private sealed record Shelf(int Owner, double[] Starts, int[] Units, double Longest);
}
