namespace LambdaHooks.Consolidation.Texts;

/// <summary>Cuts long texts into stretches that belong together, so that merging them takes time in line with their length.</summary>
internal static class TextStretches
{
    /// <summary>Words of a pivot that is merged in one piece.</summary>
    public const int Whole = 128;

    /// <summary>Words of the pivot in a stretch of a longer one, at least and at most.</summary>
    private const int Shortest = 32, Longest = 64;

    /// <summary>
    /// Where every stretch starts in every text, and at last where they end. The cuts lie where the most weight has the same words as the
    /// pivot on both sides.
    /// </summary>
    /// <param name="writings">The texts.</param>
    /// <param name="weights">What each weighs.</param>
    /// <param name="pivot">The text the others are compared with.</param>
    /// <param name="runs">For each text the words it has in common with the pivot, the pivot being A; for the pivot none.</param>
    public static List<int[]> Of(Writing[] writings, long[] weights, int pivot, List<CommonRun>[] runs)
    {
        var length = writings[pivot].Keys.Length;
        var cuts = length <= Whole ? [] : Cuts(length, Support(length, weights, runs));
        var starts = new List<int[]> { new int[writings.Length] };
        starts.AddRange(cuts.Select(_ => new int[writings.Length]));
        starts.Add(Array.ConvertAll(writings, w => w.Keys.Length));
        for (var writer = 0; writer < writings.Length; writer++)
        {
            Place(cuts, writer, writer == pivot ? [new CommonRun(0, 0, length)] : runs[writer], writings[writer].Keys.Length, starts);
        }

        return starts;
    }

    /// <summary>For every place of the pivot the weight of the texts that run on over it in step with the pivot.</summary>
    private static long[] Support(int length, long[] weights, List<CommonRun>[] runs)
    {
        var changes = new long[length + 1];
        for (var writer = 0; writer < runs.Length; writer++)
        {
            foreach (var run in runs[writer])
            {
                changes[run.A + 1] += weights[writer];
                changes[run.A + run.Length] -= weights[writer];
            }
        }

        for (var i = 1; i <= length; i++)
        {
            changes[i] += changes[i - 1];
        }

        return changes;
    }

    private static List<int> Cuts(int length, long[] support)
    {
        var cuts = new List<int>();
        for (var start = 0; length - start > Longest;)
        {
            var best = start + Shortest;
            for (var place = best + 1; place <= start + Longest; place++)
            {
                best = support[place] > support[best] ? place : best;
            }

            cuts.Add(best);
            start = best;
        }

        return cuts;
    }

    /// <summary>Finds the cuts of the pivot in another text: in a run of common words exactly, between runs as far along as in the pivot.</summary>
    private static void Place(List<int> cuts, int writer, List<CommonRun> runs, int length, List<int[]> starts)
    {
        var (next, endA, endB) = (0, 0, 0);
        for (var i = 0; i < cuts.Count; i++)
        {
            while (next < runs.Count && runs[next].A <= cuts[i])
            {
                (endA, endB) = (runs[next].A + runs[next].Length, runs[next].B + runs[next].Length);
                next++;
            }

            var limit = next < runs.Count ? runs[next].B : length;
            starts[i + 1][writer] = cuts[i] <= endA ? endB - (endA - cuts[i]) : Math.Min(limit, endB + (cuts[i] - endA));
        }
    }
}
