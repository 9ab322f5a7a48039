using LambdaHooks.Consolidation.Measures;

namespace LambdaHooks.Cli.Agreement;

/// <summary>Puts 95 % intervals to measures.</summary>
internal sealed class Intervals(IMeasures measures, AgreementSettings settings)
{
    /// <summary>Most values that are gone through for one interval: some seconds of work.</summary>
    private const long MostWork = 50_000_000;

    private readonly SortedSet<string> notices = new(StringComparer.Ordinal);

    /// <summary>Which intervals were left out, and why.</summary>
    public IReadOnlyList<string> Notices => [.. notices];

    /// <summary>True where intervals are asked for and units can be drawn at all.</summary>
    public bool AreMeantFor(int units) => settings.Resamples > 0 && units >= 2;

    /// <summary>The measure with its interval, where there is one.</summary>
    /// <param name="measure">The measure of all units.</param>
    /// <param name="what">As a notice names it.</param>
    /// <param name="units">How many units may be drawn.</param>
    /// <param name="work">How many values the statistic of one draw goes through.</param>
    /// <param name="statistic">The measure of a draw, by the units' places.</param>
    public Measure Put(Measure measure, string what, int units, int work, Func<IReadOnlyList<int>, double?> statistic)
    {
        if (measure.Value is null || measure.Interval is not null || !AreMeantFor(units))
        {
            return measure;
        }

        if ((long)work * settings.Resamples > MostWork)
        {
            _ = notices.Add($"{what}: no interval, since {settings.Resamples} times {work} values are too many; fewer --resamples give one");
            return measure;
        }

        return measure with { Interval = measures.Bootstrap(units, statistic, settings.Resamples, settings.Gamma.Seed) };
    }
}
