namespace LambdaHooks.Consolidation.Texts;

/// <summary>Takes one text as it is, and says how far the others bear out its words.</summary>
internal static class WholeText
{
    /// <summary>Words of a text with the share of all weight that has them, as far as an alignment with each other text shows.</summary>
    public static FusedWord[] Words(Writing[] writings, long[] weights, int chosen, EditAlignment alignment)
    {
        var support = Support(writings, weights, chosen, alignment);
        double mass = weights.Sum();
        return [.. support.Select((s, i) => new FusedWord(writings[chosen].Word(i).ToString(), s / mass))];
    }

    /// <summary>Of texts with the same words the form in which most wrote them; of equal ones the ordinally first.</summary>
    public static string MostWritten(IEnumerable<(string Text, long Weight)> texts) => texts
        .GroupBy(t => t.Text, StringComparer.Ordinal)
        .OrderByDescending(g => g.Sum(t => t.Weight))
        .ThenBy(g => g.Key, StringComparer.Ordinal)
        .First().Key;

    private static long[] Support(Writing[] writings, long[] weights, int chosen, EditAlignment alignment)
    {
        var support = new long[writings[chosen].Keys.Length];
        support.AsSpan().Fill(weights[chosen]);
        var work = TextDistances.WorkOfOne(writings.Length);
        for (var writer = 0; writer < writings.Length; writer++)
        {
            if (writings[writer].SaysTheSameAs(writings[chosen]))
            {
                AddTo(support, writer == chosen ? 0 : weights[writer]);
                continue;
            }

            var runs = new List<CommonRun>();
            if (alignment.Distance(writings[chosen].Keys, writings[writer].Keys, work, runs) == EditAlignment.TooDifferent)
            {
                continue;
            }

            runs.ForEach(r => AddTo(support.AsSpan(r.A, r.Length), weights[writer]));
        }

        return support;
    }

    private static void AddTo(Span<long> support, long weight)
    {
        foreach (ref var place in support)
        {
            place += weight;
        }
    }
}
