using LambdaHooks.Consolidation.Measures;
using LambdaHooks.Timeline;

namespace LambdaHooks.Cli.Agreement;

/// <summary>The library's measures.</summary>
internal sealed class LibraryMeasures : IMeasures
{
    public (Measure F1, Measure Overlap) Segments(IReadOnlyList<IReadOnlyList<IReadOnlyList<Segment>>> clips, double threshold) => SegmentAgreement.Of(clips, threshold);

    public GammaResult Gamma(IReadOnlyList<Continuum> continua, GammaOptions options) => Consolidation.Measures.Gamma.Of(continua, options);

    public BestAlignment Align(Continuum continuum, GammaOptions options) => Consolidation.Measures.Gamma.Align(continuum, options);

    public Measure Nominal(IReadOnlyList<IReadOnlyList<string>> units) => KrippendorffAlpha.Nominal(units);

    public Measure Ordinal(IReadOnlyList<IReadOnlyList<double>> units) => KrippendorffAlpha.Ordinal(units);

    public Measure Interval(IReadOnlyList<IReadOnlyList<double>> units) => KrippendorffAlpha.Interval(units);

    public Measure Masi(IReadOnlyList<IReadOnlyList<IReadOnlySet<string>>> units) => KrippendorffAlpha.Masi(units);

    public (double Low, double High)? Bootstrap(int units, Func<IReadOnlyList<int>, double?> statistic, int resamples, ulong seed) =>
        Consolidation.Measures.Bootstrap.Percentile(units, drawn => statistic(drawn) ?? double.NaN, seed, resamples).Ends;
}
