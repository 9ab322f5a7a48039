namespace LambdaHooks.Consolidation.Measures;

/// <summary>The gamma measure of Mathet, Widlöcher and Métivier (2015), and gamma-cat (Mathet 2017).</summary>
/// <remarks>
/// The dissimilarity of two units is Alpha × ((|difference of starts| + |difference of ends|) / (sum of lengths))² + Beta where
/// the categories differ, times DeltaEmpty. A tuple costs the mean over all pairs of annotators, an empty pairing costing DeltaEmpty;
/// the disorder of an alignment is the cost of its tuples over the mean number of units of an annotator.
/// </remarks>
public static class Gamma
{
    private const double NormalQuantile = 1.96;

    /// <summary>The exact best alignment of one continuum, ties broken the same way whatever the order of annotators and units.</summary>
    /// <remarks>
    /// Units are joined only where that costs less. What is still equal is decided in an order of units that depends on their times and
    /// categories alone, and on the annotators' units where these are equal too. Costs are compared as integers, in steps of 2^-28 of
    /// the cost of an empty pairing (coarser only where sums over a very large continuum would not fit). Time and memory are bounded: where several hundred tuples per unit are possible, or
    /// where the search compared too many states, the best found is returned and is not proven.
    /// </remarks>
    /// <param name="continuum">Whose units; the tuples tell them by their places in it.</param>
    /// <param name="options">Weights and costs.</param>
    /// <exception cref="ArgumentException">An option is out of range, a time is not finite, or a unit ends before it starts.</exception>
    public static BestAlignment Align(Continuum continuum, GammaOptions options)
    {
        options.Check();
        var units = UnitTable.Of(continuum);
        var (groups, isProven) = Aligner.Groups(units, options);
        var dissimilarity = new Dissimilarity(options.Alpha, options.Beta);
        var cost = options.DeltaEmpty * groups.Sum(g => Aligner.Cost(units, dissimilarity, g));
        return new BestAlignment(units.Count == 0 ? 0 : cost / units.MeanUnits, [.. groups.Select(g => Aligner.Tuple(units, g))], isProven);
    }

    /// <summary>Gamma and gamma-cat over one continuum or many.</summary>
    /// <remarks>
    /// Observed over all clips; expected from continua sampled over the clips in turn, so that a batch costs an alignment for each clip
    /// and each sample. After the first samples as many follow as a 95 % interval of the expected disorder asks for:
    /// (1.96 × coefficient of variation / precision)². Clips with fewer than two annotators or without units are left out.
    /// </remarks>
    /// <param name="continua">One per clip; the order changes nothing.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">An option is out of range, a time is not finite, or a unit ends before it starts.</exception>
    public static GammaResult Of(IReadOnlyList<Continuum> continua, GammaOptions options)
    {
        options.Check();
        List<UnitTable> clips = [.. continua.Where(c => c.Annotators.Count > 1).Select(UnitTable.Of)];
        if (clips.Count == 0)
        {
            return Undefined("too-few-annotators: nothing was annotated by two or more");
        }

        _ = clips.RemoveAll(c => c.Count == 0);
        if (clips.Count == 0)
        {
            return Undefined("no-units: nobody placed a unit");
        }

        clips.Sort(UnitTable.Compare);
        GammaTally[] observed = [.. clips.Select(clip => GammaTally.Of(clip, options))];
        return Result(observed, Expected(new GammaSampler(clips, options.Seed), options), options);
    }

    /// <summary>Gamma of a disorder; without a difference at all it is 1, whatever was expected.</summary>
    internal static Measure Of(double? observed, double? expected, int units) =>
        observed is null ? Measure.Undefined("nothing-aligned: no two units were aligned near each other", units)
        : observed == 0 ? new Measure(1, null, units)
        : expected is null or 0 ? Measure.Undefined("no-variation: chance leaves no disorder to compare with", units)
        : new Measure(1 - (observed.Value / expected.Value), null, units);

    private static GammaResult Result(GammaTally[] clips, List<GammaTally> samples, GammaOptions options)
    {
        var observed = Sum(clips, [.. Enumerable.Range(0, clips.Length)]);
        var expected = samples.Average(s => s.Disorder);
        var known = samples.Where(s => s.CategoryDisorder is not null).ToArray();
        double? expectedCategories = known.Length == 0 ? null : known.Average(s => s.CategoryDisorder!.Value);
        return new GammaResult(
            Measured(clips, t => Of(t.Disorder, expected, clips.Length), options),
            Measured(clips, t => Of(t.CategoryDisorder, expectedCategories, clips.Length), options),
            observed.Disorder,
            expected,
            samples.Count)
        {
            IsProven = observed.IsProven && samples.TrueForAll(s => s.IsProven),
        };
    }

    /// <summary>A figure of all clips, with the interval that drawing the clips anew gives; what chance gives stays the same.</summary>
    private static Measure Measured(GammaTally[] clips, Func<GammaTally, Measure> measure, GammaOptions options)
    {
        var value = measure(Sum(clips, [.. Enumerable.Range(0, clips.Length)]));
        return value.Value is null || options.Resamples < Bootstrap.FewestResamples
            ? value
            : value with { Interval = Bootstrap.Percentile(clips.Length, drawn => measure(Sum(clips, drawn)).Value ?? double.NaN, options.Seed, options.Resamples).Ends };
    }

    private static GammaTally Sum(GammaTally[] clips, IReadOnlyList<int> places)
    {
        var sum = GammaTally.None;
        foreach (var place in places)
        {
            sum += clips[place];
        }

        return sum;
    }

    private static List<GammaTally> Expected(GammaSampler sampler, GammaOptions options)
    {
        var samples = new List<GammaTally>();
        for (var wanted = options.Samples; samples.Count < wanted; wanted = Math.Max(wanted, samples.Count == options.Samples ? Wanted(samples, options) : 0))
        {
            samples.Add(GammaTally.Of(UnitTable.Of(sampler.Next()), options));
        }

        return samples;
    }

    private static int Wanted(List<GammaTally> samples, GammaOptions options)
    {
        var mean = samples.Average(s => s.Disorder);
        if (mean == 0 || options.Precision == 0)
        {
            return samples.Count;
        }

        var variance = samples.Sum(s => (s.Disorder - mean) * (s.Disorder - mean)) / (samples.Count - 1);
        var ratio = NormalQuantile * Math.Sqrt(variance) / mean / options.Precision;
        return (int)Math.Min(options.MostSamples, Math.Ceiling(ratio * ratio));
    }

    private static GammaResult Undefined(string reason) => new(Measure.Undefined(reason, 0), Measure.Undefined(reason, 0), null, null, 0);
}
