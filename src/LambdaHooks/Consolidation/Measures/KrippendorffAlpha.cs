namespace LambdaHooks.Consolidation.Measures;

/// <summary>Krippendorff's alpha: 1 is full agreement, 0 what chance gives, below 0 systematic disagreement.</summary>
/// <remarks>
/// 1 minus observed over expected disagreement (Krippendorff 2004, chapter 11), where only units with two values or more count. Time is
/// that of sorting the values, memory linear in them; nothing is as large as values times units. The order of units and of their
/// values changes nothing. Not defined without such a unit, or where all their values are the same.
/// </remarks>
public static class KrippendorffAlpha
{
    /// <summary>For categories: values are equal or not.</summary>
    /// <param name="units">For each unit the values it was given, missing ones left out.</param>
    public static Measure Nominal(IReadOnlyList<IReadOnlyList<string>> units)
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        var tally = new AlphaTally();
        var values = new List<int>();
        var counts = new List<long>();
        foreach (var unit in units.Where(u => u.Count > 1))
        {
            var first = values.Count;
            foreach (var value in unit)
            {
                values.Add(RankOf(ranks, counts, value));
            }

            tally.Add(unit.Count, UnequalPairs(values, first));
        }

        return tally.Alpha(((double)values.Count * values.Count) - counts.Sum(c => (double)c * c));
    }

    /// <summary>For ranks: what lies between two values counts.</summary>
    /// <param name="units">For each unit the values it was given, missing ones left out.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static Measure Ordinal(IReadOnlyList<IReadOnlyList<double>> units)
    {
        // The ordinal distance of two values is the difference of their mean ranks.
        var ranks = MeanRanks(Pairable(units));
        return OfNumbers(units, value => ranks[value]);
    }

    /// <summary>For numbers: the squared difference counts.</summary>
    /// <param name="units">For each unit the values it was given, missing ones left out.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static Measure Interval(IReadOnlyList<IReadOnlyList<double>> units)
    {
        var all = Pairable(units);
        if (all.Length == 0)
        {
            return new AlphaTally().Alpha(0);
        }

        // From the middle and in units of the range, so that neither large values nor a far origin cost digits.
        var (middle, half) = ((all[0] / 2) + (all[^1] / 2), (all[^1] / 2) - (all[0] / 2));
        return OfNumbers(units, value => half == 0 ? 0 : (value - middle) / half);
    }

    /// <summary>For sets, by the MASI distance (Passonneau 2006).</summary>
    /// <remarks>
    /// The distance is 1 minus the Jaccard index times 1 for equal sets, 2/3 where one contains the other, 1/3 where they overlap, 0 else.
    /// With more than 1,024 different sets, the mean distance by chance is estimated from a million pairs drawn by a fixed seed, so
    /// that the time stays bounded.
    /// </remarks>
    /// <param name="units">For each unit the sets it was given, missing ones left out.</param>
    public static Measure Masi(IReadOnlyList<IReadOnlyList<IReadOnlySet<string>>> units)
    {
        var pairable = units.Where(u => u.Count > 1).ToArray();
        var sets = MasiSets.Of(pairable.SelectMany(u => u));
        var tally = new AlphaTally();
        foreach (var unit in pairable)
        {
            tally.Add(unit.Count, sets.DistancesOf(unit));
        }

        return tally.Alpha(sets.DistancesOf(pairable.SelectMany(u => u)));
    }

    private static Measure OfNumbers(IReadOnlyList<IReadOnlyList<double>> units, Func<double, double> scale)
    {
        var tally = new AlphaTally();
        foreach (var unit in units.Where(u => u.Count > 1))
        {
            tally.Add(unit.Count, SquaredDifferences([.. unit.Select(scale)]));
        }

        return tally.Alpha(SquaredDifferences([.. Pairable(units).Select(scale)]));
    }

    /// <summary>Over all ordered pairs, added up from the smallest value on.</summary>
    private static double SquaredDifferences(double[] values)
    {
        Array.Sort(values);
        if (values.Length == 0 || values[0] == values[^1])
        {
            return 0;
        }

        var mean = values.Sum() / values.Length;
        return 2.0 * values.Length * values.Sum(v => (v - mean) * (v - mean));
    }

    private static double[] Pairable(IReadOnlyList<IReadOnlyList<double>> units)
    {
        double[] values = [.. units.Where(u => u.Count > 1).SelectMany(u => u)];
        if (values.Any(v => !double.IsFinite(v)))
        {
            throw new ArgumentException("A value is not finite.", nameof(units));
        }

        Array.Sort(values);
        return values;
    }

    private static Dictionary<double, double> MeanRanks(double[] sorted)
    {
        var ranks = new Dictionary<double, double>();
        for (var from = 0; from < sorted.Length;)
        {
            var until = from;
            while (until < sorted.Length && sorted[until] == sorted[from])
            {
                until++;
            }

            ranks.Add(sorted[from], (from + until) / 2.0);
            from = until;
        }

        return ranks;
    }

    private static int RankOf(Dictionary<string, int> ranks, List<long> counts, string value)
    {
        if (!ranks.TryGetValue(value, out var rank))
        {
            ranks.Add(value, rank = counts.Count);
            counts.Add(0);
        }

        counts[rank]++;
        return rank;
    }

    private static double UnequalPairs(List<int> values, int first)
    {
        var count = values.Count - first;
        values.Sort(first, count, null);
        var equal = 0.0;
        for (var from = first; from < values.Count;)
        {
            var until = from;
            while (until < values.Count && values[until] == values[from])
            {
                until++;
            }

            equal += (double)(until - from) * (until - from);
            from = until;
        }

        return ((double)count * count) - equal;
    }
}
