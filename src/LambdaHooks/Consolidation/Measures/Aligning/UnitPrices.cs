namespace LambdaHooks.Consolidation.Measures;

/// <summary>
/// A price for each unit, so that no tuple saves more than its units' prices add up to: then no alignment saves more than all prices
/// together, and the less a tuple leaves over, the likelier it is part of the best.
/// </summary>
/// <remarks>
/// These are feasible duals of the linear relaxation of the set packing problem. How near to the least they come decides how long the
/// search for the best alignment takes, never what it finds.
/// </remarks>
internal sealed class UnitPrices(TupleTable table, CostScale scale, int units)
{
    private readonly int[] places = new int[units];

    /// <summary>Price of each unit, 0 or more.</summary>
    public long[] Prices { get; } = new long[units];

    /// <summary>What the units of each tuple are priced above what it saves, 0 or more for the tuples of parts that were priced.</summary>
    public long[] LeftOver { get; } = new long[table.Count];

    /// <summary>Prices a part by haggling: fast, and near the least where few tuples compete.</summary>
    public void Haggle(Part part)
    {
        var haggling = new Haggling(Savings(part), new PartIndex(table, part, places), new double[part.Units.Length]);
        haggling.MeetHalfWay();
        Set(part, haggling);
    }

    /// <summary>Prices a part by softened haggling: slower, and nearer to the least.</summary>
    /// <param name="part">What to price; its prices so far are where it starts.</param>
    /// <param name="from">Softness to begin with, in empty pairings.</param>
    /// <param name="until">Softness to end with.</param>
    public void Soften(Part part, double from, double until)
    {
        double[] prices = [.. part.Units.Select(u => Prices[u] / (double)scale.One)];
        var haggling = new Haggling(Savings(part), new PartIndex(table, part, places), prices);
        haggling.Raise(part.Tuples.Select(t => LeftOver[t] / (double)scale.One));
        haggling.Soften(from, until);
        Set(part, haggling);
    }

    private double[] Savings(Part part) => [.. part.Tuples.Select(t => table.Savings[t] / (double)scale.One)];

    private void Set(Part part, Haggling haggling)
    {
        haggling.MakeFeasible();
        for (var i = 0; i < part.Units.Length; i++)
        {
            Prices[part.Units[i]] = (long)Math.Ceiling(haggling.Prices[i] * scale.One);
        }

        foreach (var tuple in part.Tuples)
        {
            MakeExact(tuple);
        }

        // Raising one price leaves more over in the tuples that were looked at before.
        foreach (var tuple in part.Tuples)
        {
            LeftOver[tuple] = Priced(tuple) - table.Savings[tuple];
        }
    }

    /// <summary>Rounding may have left a tuple a little short.</summary>
    private void MakeExact(int tuple)
    {
        var missing = table.Savings[tuple] - Priced(tuple);
        if (missing > 0)
        {
            Prices[table.Units[table.Offsets[tuple]]] += missing;
        }
    }

    private long Priced(int tuple)
    {
        long sum = 0;
        foreach (var unit in table.UnitsOf(tuple))
        {
            sum += Prices[unit];
        }

        return sum;
    }
}
