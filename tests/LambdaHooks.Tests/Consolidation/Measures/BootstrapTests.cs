using LambdaHooks.Consolidation.Measures;

namespace LambdaHooks.Tests.Consolidation.Measures;

public class BootstrapTests
{
    [Fact]
    public void TheIntervalOfAMeanIsThatOfItsStandardError()
    {
        double[] values = [.. Enumerable.Range(0, 400).Select(i => i % 20 / 19.0)];
        var interval = Bootstrap.Percentile(values.Length, drawn => drawn.Average(i => values[i]), 7, 4000);

        // 1.96 standard errors: 1.96 × sqrt(399/361/12) / 20.
        Assert.InRange(interval.Low, 0.5 - 0.0312, 0.5 - 0.0282);
        Assert.InRange(interval.High, 0.5 + 0.0282, 0.5 + 0.0312);
    }

    [Fact]
    public void TheSeedDecidesTheInterval()
    {
        static BootstrapInterval Of(ulong seed) => Bootstrap.Percentile(30, drawn => drawn.Average(i => i * i), seed);

        Assert.Equal(Of(1), Of(1));
        Assert.NotEqual(Of(1), Of(2));
    }

    [Fact]
    public void ResamplesWhereTheMeasureIsNotDefinedAreCountedOut()
    {
        var interval = Bootstrap.Percentile(3, drawn => drawn[0] == drawn[2] ? double.NaN : drawn.Sum(), 7, 9000);

        Assert.InRange(interval.Defined, 7800, 8200);
        Assert.True(double.IsFinite(interval.Low) && double.IsFinite(interval.High));
    }

    [Fact]
    public void AMeasureThatIsMostlyNotDefinedHasNoInterval()
    {
        var interval = Bootstrap.Percentile(10, drawn => drawn[0] == 0 ? double.NaN : 1, 7);

        Assert.StartsWith("mostly-undefined:", interval.Reason, StringComparison.Ordinal);
        Assert.Null(interval.Ends);
    }

    [Fact]
    public void OneUnitHasNoInterval() => Assert.StartsWith("too-few-units:", Bootstrap.Percentile(1, _ => 1, 7).Reason, StringComparison.Ordinal);

    [Fact]
    public void ResamplesAreAscendingAndDrawnWithReplacement()
    {
        var repeated = 0;
        Bootstrap.Percentile(5, drawn =>
        {
            Assert.Equal(drawn.Order(), drawn);
            Assert.All(drawn, i => Assert.InRange(i, 0, 4));
            repeated += drawn.Distinct().Count() < 5 ? 1 : 0;
            return 0;
        }, 7);

        // All five differ in 5!/5^5 of the resamples.
        Assert.InRange(repeated, 930, 985);
    }

    /// <summary>First outputs for seed 1234567, as published with the generator.</summary>
    [Fact]
    public void NumbersAreThoseOfSplitMix()
    {
        var numbers = new SeededNumbers(1234567);

        Assert.Equal((6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL), (numbers.Next(), numbers.Next(), numbers.Next()));
    }
}
