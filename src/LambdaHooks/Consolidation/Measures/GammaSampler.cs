namespace LambdaHooks.Consolidation.Measures;

/// <summary>
/// Makes up continua that agree by chance only: units follow each other with gaps, lengths and categories of the batch, drawn for each
/// annotator apart.
/// </summary>
/// <remarks>
/// The statistical sampler of pygamma-agreement (Titeux and Riad 2021), after Mathet, Widlöcher and Métivier (2015): number of units,
/// gaps and lengths from normal distributions, categories from their frequencies. Not the shuffling of the original paper, which moves
/// an annotator's whole row in time and so can make nothing new of a clip with one unit. Numbers of units and of annotators are
/// those of one clip; gaps, lengths and categories those of the batch, because a clip with a unit or two says too little of chance.
/// A gap before an annotator's first unit counts from the first unit of the clip, so that moving a clip in time changes nothing.
/// </remarks>
internal sealed class GammaSampler
{
    /// <summary>Fractional part of the golden ratio: its multiples fall evenly, however many are taken.</summary>
    private const double GoldenStep = 0.6180339887498949;

    private readonly IReadOnlyList<UnitTable> clips;
    private readonly SeededNumbers numbers;
    private readonly double[] unitsUntil;
    private readonly (double Mean, double Deviation) gaps;
    private readonly (double Mean, double Deviation) lengths;
    private readonly string?[] categories;
    private readonly double[] categoriesUntil;
    private double turn = 0.5;

    /// <summary>Learns from a batch.</summary>
    /// <param name="clips">Its clips in an order that does not depend on how they came in, each with a unit or more.</param>
    /// <param name="seed">The same seed gives the same continua.</param>
    public GammaSampler(IReadOnlyList<UnitTable> clips, ulong seed)
    {
        (this.clips, numbers) = (clips, new SeededNumbers(seed));
        unitsUntil = Running(clips.Select(c => c.MeanUnits));
        gaps = Spread([.. clips.SelectMany(Gaps)]);
        lengths = Spread([.. clips.SelectMany(c => c.Ends.Zip(c.Starts, (end, start) => end - start))]);
        var counted = clips.SelectMany(c => c.Categories.Select(rank => c.Names[rank])).GroupBy(name => name).Select(g => (Key: g.Key, Value: g.Count())).OrderBy(c => c.Key, StringComparer.Ordinal).ToArray();
        categories = [.. counted.Select(c => c.Key)];
        categoriesUntil = Running(counted.Select(c => (double)c.Value));
    }

    /// <summary>The next continuum; clips take their turns as often as they have units per annotator.</summary>
    public Continuum Next()
    {
        var clip = clips[Pick(unitsUntil, turn)];
        turn = (turn + GoldenStep) % 1;
        var counts = Spread([.. Counts(clip).Select(c => (double)c)]);
        return new Continuum([.. Enumerable.Range(0, clip.Annotators).Select(_ => Row(counts))]);
    }

    private List<ContinuumUnit> Row((double Mean, double Deviation) counts)
    {
        var count = Math.Max(1, (int)numbers.Normal(counts.Mean, counts.Deviation));
        var row = new List<ContinuumUnit>(count);
        var last = 0.0;
        for (var i = 0; i < count; i++)
        {
            var start = last + numbers.Normal(gaps.Mean, gaps.Deviation);
            last = start + Math.Abs(numbers.Normal(lengths.Mean, lengths.Deviation));
            row.Add(new ContinuumUnit(start, last, categories[Pick(categoriesUntil, numbers.Fraction())]));
        }

        return row;
    }

    private static int[] Counts(UnitTable clip)
    {
        var counts = new int[clip.Annotators];
        foreach (var owner in clip.Owners)
        {
            counts[owner]++;
        }

        return counts;
    }

    private static IEnumerable<double> Gaps(UnitTable clip)
    {
        var first = clip.Starts.Min();
        foreach (var row in Enumerable.Range(0, clip.Count).GroupBy(u => clip.Owners[u]).OrderBy(g => g.Key))
        {
            int[] sorted = [.. row.OrderBy(u => clip.Starts[u]).ThenBy(u => u)];
            if (clip.Starts[sorted[0]] > first)
            {
                yield return clip.Starts[sorted[0]] - first;
            }

            for (var i = 1; i < sorted.Length; i++)
            {
                yield return clip.Starts[sorted[i]] - clip.Ends[sorted[i - 1]];
            }
        }
    }

    private static (double Mean, double Deviation) Spread(double[] values)
    {
        if (values.Length == 0)
        {
            return (0, 0);
        }

        var mean = values.Average();
        return (mean, Math.Sqrt(values.Average(v => (v - mean) * (v - mean))));
    }

    private static double[] Running(IEnumerable<double> values)
    {
        var sum = 0.0;
        return [.. values.Select(v => sum += v)];
    }

    /// <summary>Where a share of the whole falls.</summary>
    private static int Pick(double[] until, double share)
    {
        var place = Array.BinarySearch(until, share * until[^1]);
        return Math.Min(until.Length - 1, place >= 0 ? place + 1 : ~place);
    }
}
