namespace LambdaHooks.Consolidation.Measures;

/// <summary>Measures with their bootstrap intervals.</summary>
internal static class Intervals
{
    /// <summary>Alphas of more units get no interval: it would be narrow, and take long.</summary>
    private const int MostUnitsOfAnAlpha = 20_000;

    /// <summary>The mean of some figures.</summary>
    public static Measure OfMean(IReadOnlyList<double> figures, ulong seed) => figures.Count == 0
        ? Measure.Undefined("too-few-workers: nothing was opened by two workers whose answers count", 0)
        : new Measure(figures.Average(), null, figures.Count)
        {
            Interval = Bootstrap.Percentile(figures.Count, drawn => Mean(figures, drawn), seed).Ends,
        };

    /// <summary>A measure of units, with the interval that resampling them gives.</summary>
    public static Measure Of<T>(IReadOnlyList<T> units, Func<IReadOnlyList<T>, Measure> measure, int resamples, ulong seed)
    {
        var value = measure(units);
        return value.Value is null || resamples == 0 || units.Count > MostUnitsOfAnAlpha
            ? value
            : value with { Interval = Bootstrap.Percentile(units.Count, drawn => measure([.. drawn.Select(d => units[d])]).Value ?? double.NaN, seed, resamples).Ends };
    }

    private static double Mean(IReadOnlyList<double> figures, IReadOnlyList<int> drawn)
    {
        var sum = 0.0;
        foreach (var place in drawn)
        {
            sum += figures[place];
        }

        return sum / drawn.Count;
    }
}
