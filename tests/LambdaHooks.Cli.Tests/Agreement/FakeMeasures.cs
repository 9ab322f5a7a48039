using LambdaHooks.Cli.Agreement;
using LambdaHooks.Consolidation.Measures;
using LambdaHooks.Timeline;

namespace LambdaHooks.Cli.Tests.Agreement;

/// <summary>Measures whose figures tell what they were asked about.</summary>
internal sealed class FakeMeasures : IMeasures
{
    /// <summary>What each call got, in words.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Why gamma is not defined; null where it is.</summary>
    public string? NoGamma { get; init; }

    public (Measure F1, Measure Overlap) Segments(IReadOnlyList<IReadOnlyList<IReadOnlyList<Segment>>> clips, double threshold) =>
        (new Measure(threshold, null, clips.Count), new Measure(threshold / 2, null, clips.Count));

    public GammaResult Gamma(IReadOnlyList<Continuum> continua, GammaOptions options)
    {
        Asked.Add($"gamma of {string.Join(" / ", continua.Select(c => string.Join(" + ", c.Annotators.Select(a => string.Join(' ', a.Select(u => $"{u.Start}-{u.End}{u.Category}"))))))}");
        return NoGamma is { } reason
            ? new GammaResult(Measure.Undefined(reason, 0), Measure.Undefined(reason, 0), null, null, 0)
            : new GammaResult(new Measure(options.Alpha / 8, null, continua.Count), new Measure(options.Beta / 4, null, 3), 0.5, continua.Count, options.Samples);
    }

    /// <summary>The first units of everybody with each other, the second ones, and so on; the disorder is where the first unit starts.</summary>
    public BestAlignment Align(Continuum continuum, GammaOptions options) => new(
        continuum.Annotators[0].Select(u => u.Start).FirstOrDefault(), [.. Enumerable.Range(0, continuum.Annotators.Max(a => a.Count)).Select(i => continuum.Annotators.Select(a => i < a.Count ? i : -1).ToArray())], true);

    public Measure Nominal(IReadOnlyList<IReadOnlyList<string>> units) => Told("nominal", units, 0.25);

    public Measure Ordinal(IReadOnlyList<IReadOnlyList<double>> units) => Told("ordinal", units, 0.375);

    public Measure Interval(IReadOnlyList<IReadOnlyList<double>> units) => Told("interval", units, 0.5);

    public Measure Masi(IReadOnlyList<IReadOnlyList<IReadOnlySet<string>>> units) =>
        Told("masi", units.Select(u => u.Select(s => $"{{{string.Join(',', s.Order())}}}").ToArray()).ToArray(), 0.75);

    public (double Low, double High)? Bootstrap(int units, Func<IReadOnlyList<int>, double?> statistic, int resamples, ulong seed) =>
        statistic([.. Enumerable.Repeat(0, units)]) is { } first && statistic([.. Enumerable.Repeat(units - 1, units)]) is { } last ? (Math.Min(first, last), Math.Max(first, last)) : null;

    private Measure Told<T>(string level, IReadOnlyList<IReadOnlyList<T>> units, double value)
    {
        Asked.Add($"{level} of {string.Join(" / ", units.Select(u => string.Join(' ', u)))}");
        return new Measure(value, null, units.Count);
    }
}
