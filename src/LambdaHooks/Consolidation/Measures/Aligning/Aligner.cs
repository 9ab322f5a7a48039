namespace LambdaHooks.Consolidation.Measures;

/// <summary>Finds the best alignment of a table of units and tells its cost.</summary>
internal static class Aligner
{
    /// <summary>The tuples of the best alignment, units that stand alone included, by their first units; and whether it is proven.</summary>
    public static (List<int[]> Groups, bool IsProven) Groups(UnitTable units, GammaOptions options)
    {
        var scale = new CostScale(units.Annotators, units.Count);
        var table = TupleSearch.Run(units, new Dissimilarity(options.Alpha, options.Beta), scale);
        var (chosen, isProven) = TupleChoice.Of(table, scale, units.Count);
        return (Groups(units, table, chosen), isProven && table.IsComplete);
    }

    /// <summary>The chosen tuples and every unit that is in none, by their first units.</summary>
    private static List<int[]> Groups(UnitTable units, TupleTable table, List<int> chosen)
    {
        var groupOf = new int[units.Count][];
        foreach (var tuple in chosen)
        {
            int[] group = [.. table.UnitsOf(tuple)];
            Array.ForEach(group, unit => groupOf[unit] = group);
        }

        var groups = new List<int[]>();
        for (var unit = 0; unit < units.Count; unit++)
        {
            var group = groupOf[unit] ?? [unit];
            if (group[0] == unit)
            {
                groups.Add(group);
            }
        }

        return groups;
    }

    /// <summary>Mean over all pairs of annotators, in multiples of the cost of an empty pairing.</summary>
    public static double Cost(UnitTable units, Dissimilarity dissimilarity, int[] group)
    {
        if (group.Length == 1)
        {
            return 1;
        }

        var sum = 0.0;
        for (var i = 1; i < group.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                sum += dissimilarity.Of(
                    units.Starts[group[j]], units.Ends[group[j]], units.Categories[group[j]], units.Starts[group[i]], units.Ends[group[i]], units.Categories[group[i]]);
            }
        }

        var (all, joined) = (Pairs(units.Annotators), Pairs(group.Length));
        return (sum + all - joined) / all;
    }

    private static double Pairs(int count) => count * (count - 1.0) / 2;

    /// <summary>A tuple as the continuum's own indices.</summary>
    public static int[] Tuple(UnitTable units, int[] group)
    {
        var tuple = new int[units.Annotators];
        Array.Fill(tuple, -1);
        foreach (var unit in group)
        {
            tuple[units.Originals[units.Owners[unit]]] = units.Places[unit];
        }

        return tuple;
    }
}
