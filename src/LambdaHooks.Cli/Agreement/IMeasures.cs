using LambdaHooks.Consolidation.Measures;
using LambdaHooks.Timeline;

namespace LambdaHooks.Cli.Agreement;

/// <summary>The measures that are told, so that reading and printing can be tested without them.</summary>
internal interface IMeasures
{
    (Measure F1, Measure Overlap) Segments(IReadOnlyList<IReadOnlyList<IReadOnlyList<Segment>>> clips, double threshold);

    GammaResult Gamma(IReadOnlyList<Continuum> continua, GammaOptions options);

    BestAlignment Align(Continuum continuum, GammaOptions options);

    Measure Nominal(IReadOnlyList<IReadOnlyList<string>> units);

    Measure Ordinal(IReadOnlyList<IReadOnlyList<double>> units);

    Measure Interval(IReadOnlyList<IReadOnlyList<double>> units);

    Measure Masi(IReadOnlyList<IReadOnlyList<IReadOnlySet<string>>> units);

    /// <summary>What encloses 95 % of a statistic over units drawn anew, as many as there are, each time; null where it cannot be told.</summary>
    /// <param name="units">How many there are.</param>
    /// <param name="statistic">The statistic of a draw, by the units' places; null where it is not defined.</param>
    /// <param name="resamples">How often they are drawn.</param>
    /// <param name="seed">The same seed gives the same draws.</param>
    (double Low, double High)? Bootstrap(int units, Func<IReadOnlyList<int>, double?> statistic, int resamples, ulong seed);
}
