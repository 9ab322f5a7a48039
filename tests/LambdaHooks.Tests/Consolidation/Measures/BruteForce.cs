using LambdaHooks.Consolidation.Measures;

namespace LambdaHooks.Tests.Consolidation.Measures;

/// <summary>The least disorder by trying every set partition: an oracle for a handful of units that shares nothing with the product.</summary>
internal static class BruteForce
{
    public static double Disorder(Continuum continuum, double alpha, double beta)
    {
        var units = continuum.Annotators.SelectMany((row, annotator) => row.Select(u => (Unit: u, Annotator: annotator))).ToArray();
        var annotators = continuum.Annotators.Count;
        return units.Length == 0 ? 0 : Least(units, 0, [], g => Cost(g, annotators, alpha, beta)) / ((double)units.Length / annotators);
    }

    private static double Least((ContinuumUnit Unit, int Annotator)[] units, int next, List<List<(ContinuumUnit Unit, int Annotator)>> groups, Func<List<(ContinuumUnit Unit, int Annotator)>, double> cost)
    {
        if (next == units.Length)
        {
            return groups.Sum(cost);
        }

        var least = double.MaxValue;
        foreach (var group in groups.ToArray())
        {
            if (group.TrueForAll(u => u.Annotator != units[next].Annotator))
            {
                group.Add(units[next]);
                least = Math.Min(least, Least(units, next + 1, groups, cost));
                group.RemoveAt(group.Count - 1);
            }
        }

        groups.Add([units[next]]);
        least = Math.Min(least, Least(units, next + 1, groups, cost));
        groups.RemoveAt(groups.Count - 1);
        return least;
    }

    private static double Cost(List<(ContinuumUnit Unit, int Annotator)> group, int annotators, double alpha, double beta)
    {
        var pairs = annotators * (annotators - 1) / 2;
        var sum = (double)(pairs - (group.Count * (group.Count - 1) / 2));
        for (var i = 0; i < group.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                sum += Apart(group[i].Unit, group[j].Unit, alpha, beta);
            }
        }

        return sum / pairs;
    }

    private static double Apart(ContinuumUnit a, ContinuumUnit b, double alpha, double beta)
    {
        var places = Math.Abs(a.Start - b.Start) + Math.Abs(a.End - b.End);
        var lengths = a.End - a.Start + b.End - b.Start;
        var ratio = places == 0 ? 0 : places / lengths;
        return (alpha == 0 ? 0 : alpha * ratio * ratio) + (a.Category == b.Category ? 0 : beta);
    }
}
