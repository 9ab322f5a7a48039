using System.Numerics;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class KWeightingTests
{
    /// <summary>ITU-R BS.1770-4, annex 1, tables 1 and 2.</summary>
    [Fact]
    public void TheCoefficientsAt48KilohertzAreThePublishedOnes()
    {
        var weighting = KWeighting.At(48_000);

        AssertEqual(new Biquad(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585), weighting.Shelf);
        AssertEqual(new Biquad(1, -2, 1, -1.99004745483398, 0.99007225036621), weighting.HighPass);
    }

    [Theory]
    [InlineData(8000, 0.21)]
    [InlineData(11_025, 0.12)]
    [InlineData(16_000, 0.06)]
    [InlineData(22_050, 0.03)]
    [InlineData(44_100, 0.01)]
    [InlineData(96_000, 0.01)]
    [InlineData(192_000, 0.01)]
    public void TheResponseIsTheSameAtEveryRate(int rate, double tolerance)
    {
        foreach (var hertz in new[] { 20.0, 38, 100, 400, 1000, 1500 })
        {
            Assert.Equal(Decibels(48_000, hertz), Decibels(rate, hertz), tolerance);
        }
    }

    [Theory]
    [InlineData(KWeighting.LeastSampleRate)]
    [InlineData(4000)]
    [InlineData(48_000)]
    [InlineData(768_000)]
    [InlineData(int.MaxValue)]
    public void FiltersAreStableAtEveryRateTheyAreDefinedFor(int rate)
    {
        Assert.True(KWeighting.IsDefinedAt(rate));
        Assert.All([KWeighting.At(rate).Shelf, KWeighting.At(rate).HighPass], f => Assert.True(Math.Abs(f.A2) < 1 && Math.Abs(f.A1) < 1 + f.A2 + 1e-9, $"{f}"));
    }

    [Fact]
    public void BelowThatRateTheyAreNot() => Assert.False(KWeighting.IsDefinedAt(KWeighting.LeastSampleRate - 1));

    private static double Decibels(int rate, double hertz)
    {
        var weighting = KWeighting.At(rate);
        var z = Complex.Exp(new Complex(0, -2 * Math.PI * hertz / rate));
        return 20 * Math.Log10(Complex.Abs(Response(weighting.Shelf, z) * Response(weighting.HighPass, z)));
    }

    private static Complex Response(Biquad f, Complex z) => (f.B0 + (f.B1 * z) + (f.B2 * z * z)) / (1 + (f.A1 * z) + (f.A2 * z * z));

    private static void AssertEqual(Biquad expected, Biquad actual)
    {
        Assert.Equal(expected.B0, actual.B0, 1e-13);
        Assert.Equal(expected.B1, actual.B1, 1e-13);
        Assert.Equal(expected.B2, actual.B2, 1e-13);
        Assert.Equal(expected.A1, actual.A1, 1e-13);
        Assert.Equal(expected.A2, actual.A2, 1e-13);
    }
}
