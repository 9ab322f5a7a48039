namespace LambdaHooks.Consolidation.Measures;

/// <summary>
/// The units of a continuum as columns, in an order that only depends on what they say: annotators by their units, all units by
/// end, start, category and annotator.
/// </summary>
/// <remarks>
/// Whatever works on these columns alone gives the same for any order of annotators and units. Annotators who placed the same units
/// are interchangeable, and so are equal units of one annotator. By end first, because a unit that covers many others then comes
/// after them, which keeps searches along the order narrow.
/// </remarks>
internal sealed class UnitTable
{
    private UnitTable(int annotators, int count)
    {
        Annotators = annotators;
        (Starts, Ends) = (new double[count], new double[count]);
        (Categories, Owners, Places) = (new int[count], new int[count], new int[count]);
        Originals = new int[annotators];
    }

    /// <summary>How many annotators there are, with units or without.</summary>
    public int Annotators { get; }

    /// <summary>How many units there are.</summary>
    public int Count => Starts.Length;

    public double[] Starts { get; }

    public double[] Ends { get; }

    /// <summary>Rank of the category in ordinal order; 0 for none.</summary>
    public int[] Categories { get; }

    /// <summary>For each rank of a category its name.</summary>
    public string?[] Names { get; private init; } = [];

    /// <summary>Rank of the annotator.</summary>
    public int[] Owners { get; }

    /// <summary>Index of the unit in its annotator's list.</summary>
    public int[] Places { get; }

    /// <summary>For each annotator's rank the index in the continuum.</summary>
    public int[] Originals { get; }

    /// <summary>Mean number of units of an annotator.</summary>
    public double MeanUnits => Annotators == 0 ? 0 : (double)Count / Annotators;

    /// <summary>The columns of a continuum.</summary>
    /// <exception cref="ArgumentException">A time is not finite, or a unit ends before it starts.</exception>
    public static UnitTable Of(Continuum continuum)
    {
        var ranks = CategoryRanks(continuum);
        Row[][] rows = [.. continuum.Annotators.Select(units => Sorted(units, ranks))];
        int[] order = [.. Enumerable.Range(0, rows.Length)];
        Array.Sort(order, (a, b) => Compare(rows[a], rows[b]) is var byUnits and not 0 ? byUnits : a.CompareTo(b));
        return Of(rows, order, [null, .. ranks.OrderBy(r => r.Value).Select(r => r.Key)]);
    }

    /// <summary>By everything that is not the order in which annotators and units came.</summary>
    public static int Compare(UnitTable a, UnitTable b)
    {
        if (a.Annotators != b.Annotators || a.Count != b.Count)
        {
            return (a.Annotators, a.Count).CompareTo((b.Annotators, b.Count));
        }

        for (var i = 0; i < a.Count; i++)
        {
            if (Tell(a, i).CompareTo(Tell(b, i)) is var byUnit and not 0)
            {
                return byUnit;
            }

            if (string.CompareOrdinal(a.Names[a.Categories[i]], b.Names[b.Categories[i]]) is var byName and not 0)
            {
                return byName;
            }
        }

        return 0;
    }

    private static (double Start, double End, int Owner) Tell(UnitTable units, int unit) => (units.Starts[unit], units.Ends[unit], units.Owners[unit]);

    private static UnitTable Of(Row[][] rows, int[] order, string?[] names)
    {
        var all = order.SelectMany((original, rank) => rows[original].Select(r => (Row: r, Rank: rank))).ToArray();
        Array.Sort(all, static (a, b) =>
            a.Row.CompareTo(b.Row) is var byRow and not 0 ? byRow
            : a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank)
            : a.Row.Place.CompareTo(b.Row.Place));
        var table = new UnitTable(order.Length, all.Length) { Names = names };
        order.CopyTo(table.Originals, 0);
        for (var i = 0; i < all.Length; i++)
        {
            var (row, rank) = all[i];
            (table.Starts[i], table.Ends[i]) = (row.Start, row.End);
            (table.Categories[i], table.Owners[i], table.Places[i]) = (row.Category, rank, row.Place);
        }

        return table;
    }

    private static Row[] Sorted(IReadOnlyList<ContinuumUnit> units, Dictionary<string, int> ranks)
    {
        var rows = new Row[units.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var unit = units[i];
            rows[i] = double.IsFinite(unit.Start) && double.IsFinite(unit.End) && unit.Start <= unit.End
                ? new Row(unit.Start, unit.End, unit.Category is { } category ? ranks[category] : 0, i)
                : throw new ArgumentException($"No unit reaches from {unit.Start} to {unit.End}.", nameof(units));
        }

        Array.Sort(rows, static (a, b) => a.CompareTo(b) is var byRow and not 0 ? byRow : a.Place.CompareTo(b.Place));
        return rows;
    }

    private static Dictionary<string, int> CategoryRanks(Continuum continuum)
    {
        var names = continuum.Annotators.SelectMany(a => a).Select(u => u.Category).OfType<string>().Distinct(StringComparer.Ordinal);
        return names.Order(StringComparer.Ordinal).Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i + 1, StringComparer.Ordinal);
    }

    private static int Compare(Row[] a, Row[] b)
    {
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (a[i].CompareTo(b[i]) is var order and not 0)
            {
                return order;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    private readonly record struct Row(double Start, double End, int Category, int Place)
    {
        public int CompareTo(Row other) =>
            End != other.End ? End.CompareTo(other.End)
            : Start != other.Start ? Start.CompareTo(other.Start)
            : Category.CompareTo(other.Category);
    }
}
