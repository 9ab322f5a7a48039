using CsCheck;
using LambdaHooks.Consolidation.Measures;

namespace LambdaHooks.Tests.Consolidation.Measures;

/// <summary>Gamma and gamma-cat over clips.</summary>
public class GammaTests
{
    private const int Cases = 10_000;

    private static readonly GammaOptions Quick = new() { Samples = 2, Precision = 0 };

    [Theory]
    [InlineData("3by100.csv", 0.79, 0.81)]
    [InlineData("2by1000.csv", 0.39, 0.42)]
    public void GammaLiesInThePublishedRange(string file, double low, double high) =>
        Assert.InRange(Gamma.Of([Continua.Read(file)], new GammaOptions { Alpha = 3 }).Gamma.Value!.Value, low, high);

    [Fact]
    public void GammaCatLiesInThePublishedRange() =>
        Assert.InRange(Gamma.Of([Continua.Read("2by1000.csv")], new GammaOptions { Alpha = 3 }).GammaCat.Value!.Value, 0.38, 0.42);

    [Fact]
    public void OrderOfClipsAnnotatorsAndUnitsChangesNothing() => Gen.Select(Continua.Usual(3, 4).Array[0, 4], Gen.Int).Sample((clips, seed) =>
    {
        var shuffled = clips.Select(c => Continua.Shuffled(c, seed)).ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(Gamma.Of(clips, Quick), Gamma.Of(shuffled, Quick));
    }, iter: Cases, print: t => string.Join("\n\n", t.Item1.Select(Continua.InWords)));

    [Fact]
    public void AnnotatorsWhoSayTheSameAgreeFully() => Gen.Select(Continua.Usual(2, 5), Gen.Int[2, 4]).Sample((continuum, annotators) =>
    {
        var units = continuum.Annotators[0].Append(new ContinuumUnit(1, 2, "a")).ToArray();
        var result = Gamma.Of([new Continuum([.. Enumerable.Repeat(units, annotators)])], Quick);
        Assert.Equal((1, 1, 0), (result.Gamma.Value, result.GammaCat.Value, result.ObservedDisorder));
    }, iter: Cases, print: t => Continua.InWords(t.Item1));

    [Fact]
    public void AUnitAgainstNoneIsNoAgreement()
    {
        var result = Gamma.Of([new Continuum([[new ContinuumUnit(0, 4, "a"), new ContinuumUnit(5, 7, "b")], []])], new GammaOptions());

        Assert.True(result.Gamma.Value <= 0);
        Assert.StartsWith("nothing-aligned:", result.GammaCat.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void OneAnnotatorIsNoGroundForGamma() =>
        Assert.StartsWith("too-few-annotators:", Gamma.Of([new Continuum([[new ContinuumUnit(0, 1, "a")]])], new GammaOptions()).Gamma.Reason, StringComparison.Ordinal);

    [Fact]
    public void ClipsWithoutUnitsAreNoGroundForGamma() =>
        Assert.StartsWith("no-units:", Gamma.Of([new Continuum([[], []])], new GammaOptions()).GammaCat.Reason, StringComparison.Ordinal);

    [Fact]
    public void ClipsThatSayNothingAreLeftOut()
    {
        var clip = Continua.OfPeople(3, 10, 1, 7);

        Assert.Equal(Gamma.Of([clip], Quick), Gamma.Of([new Continuum([[], []]), clip, new Continuum([[new ContinuumUnit(0, 1, "a")]])], Quick));
    }

    [Fact]
    public void MoreIsSampledWhereTheExpectedDisorderIsUncertain()
    {
        var clip = Continua.OfPeople(3, 4, 1, 7);

        Assert.Equal(30, Gamma.Of([clip], new GammaOptions { Precision = 1 }).Samples);
        Assert.InRange(Gamma.Of([clip], new GammaOptions { Precision = 0.02 }).Samples, 31, 1000);
        Assert.Equal(50, Gamma.Of([clip], new GammaOptions { Precision = 0.001, MostSamples = 50 }).Samples);
    }

    [Fact]
    public void TheSeedDecidesTheSamples()
    {
        var clip = Continua.OfPeople(3, 10, 1, 7);

        Assert.Equal(Gamma.Of([clip], new GammaOptions { Seed = 1 }), Gamma.Of([clip], new GammaOptions { Seed = 1 }));
        Assert.NotEqual(Gamma.Of([clip], new GammaOptions { Seed = 1 }).ExpectedDisorder, Gamma.Of([clip], new GammaOptions { Seed = 2 }).ExpectedDisorder);
    }

    [Fact]
    public void ManyClipsCostNoMoreSamplesThanOne()
    {
        Continuum[] clips = [.. Enumerable.Range(0, 60).Select(i => Continua.OfPeople(3, 5, 1, i))];
        var result = Gamma.Of(clips, new GammaOptions { Precision = 0 });

        Assert.Equal((30, 60), (result.Samples, result.Gamma.Units));
        Assert.InRange(result.Gamma.Value!.Value, 0.3, 0.9);
    }

    [Fact]
    public void OptionsOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Gamma.Of([], new GammaOptions { Alpha = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Gamma.Of([], new GammaOptions { DeltaEmpty = 0 }));
        Assert.Throws<ArgumentException>(() => Gamma.Of([], new GammaOptions { Beta = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Gamma.Of([], new GammaOptions { Samples = 1 }));
    }
}
