using CsCheck;
using LambdaHooks.Consolidation.Measures;

namespace LambdaHooks.Tests.Consolidation.Measures;

/// <summary>The best alignment, against published figures and against trying everything.</summary>
public class GammaAlignTests
{
    private const int Cases = 10_000;

    [Theory]
    [InlineData("AlexPaulSuzan.csv", 0.960625, 0.653542)]
    [InlineData("annotation_dalton.csv", 0.782461, 0.260820)]
    [InlineData("annotation_paul_suzann_alex.csv", 0.704974, 0.531288)]
    [InlineData("annotation_paul_suzann_alex_almost_same.csv", 0.954545, 0.954545)]
    [InlineData("annotation_paul_suzann_alex_single_unit_cat.csv", 0.2, 0.2)]
    [InlineData("example_figure10.csv", 1.511111, 1.185185)]
    [InlineData("example_figure19.csv", 1.632, 1.344)]
    [InlineData("3by100.csv", 0.343512, 0.138277)]
    [InlineData("3by500.csv", 0.984554, 0.659057)]
    [InlineData("2by1000.csv", 0.884425, 0.615398)]
    public void DisorderIsThePublishedOne(string file, double placeWeighsThree, double placeWeighsOne)
    {
        var continuum = Continua.Read(file);
        foreach (var (alpha, expected) in new[] { (3.0, placeWeighsThree), (1.0, placeWeighsOne) })
        {
            var alignment = Gamma.Align(continuum, new GammaOptions { Alpha = alpha });
            Assert.True(alignment.IsProven);
            Assert.Equal(expected, alignment.Disorder, 6e-7);
        }
    }

    [Theory]
    [InlineData("3by100.csv", 127)]
    [InlineData("3by500.csv", 539)]
    [InlineData("2by1000.csv", 1085)]
    public void TuplesAreAsManyAsPublished(string file, int tuples) =>
        Assert.Equal(tuples, Gamma.Align(Continua.Read(file), new GammaOptions { Alpha = 3 }).Tuples.Count);

    [Fact]
    public void NothingIsBetterThanTheBestAlignment() => Gen.Select(Continua.Small(3, 3), Gen.Int[0, 3], Gen.Int[0, 2]).Sample((continuum, alpha, beta) =>
    {
        var alignment = Gamma.Align(continuum, new GammaOptions { Alpha = alpha, Beta = beta });
        Assert.True(alignment.IsProven);
        Assert.Equal(BruteForce.Disorder(continuum, alpha, beta), alignment.Disorder, 1e-9);
    }, iter: Cases, print: t => Continua.InWords(t.Item1));

    [Fact]
    public void NothingIsBetterForFiveAnnotatorsEither() => Continua.Small(5, 2).Sample(continuum =>
        Assert.Equal(BruteForce.Disorder(continuum, 1, 1), Gamma.Align(continuum, new GammaOptions()).Disorder, 1e-9), iter: 500, print: Continua.InWords);

    [Fact]
    public void EveryUnitIsInOneTupleAndTheDisorderIsTheirs() => Continua.Usual(4, 6).Sample(continuum =>
    {
        var alignment = Gamma.Align(continuum, new GammaOptions());
        for (var annotator = 0; annotator < continuum.Annotators.Count; annotator++)
        {
            Assert.Equal(Enumerable.Range(0, continuum.Annotators[annotator].Count), alignment.Tuples.Select(t => t[annotator]).Where(u => u >= 0).Order());
        }

        Assert.All(alignment.Tuples, t => Assert.Contains(t, u => u >= 0));
    }, iter: Cases, print: Continua.InWords);

    [Fact]
    public void OrderOfAnnotatorsAndUnitsChangesNothing() => Gen.Select(Gen.OneOf(Continua.Small(4, 4), Continua.Usual(4, 6)), Gen.Int).Sample((continuum, seed) =>
    {
        var shuffled = Continua.Shuffled(continuum, seed);
        var (a, b) = (Gamma.Align(continuum, new GammaOptions()), Gamma.Align(shuffled, new GammaOptions()));
        Assert.Equal(BitConverter.DoubleToInt64Bits(a.Disorder), BitConverter.DoubleToInt64Bits(b.Disorder));
        Assert.Equal(Continua.InWords(continuum, a), Continua.InWords(shuffled, b));
    }, iter: Cases, print: t => Continua.InWords(t.Item1));

    [Fact]
    public void ShiftingTimeChangesNothing() => Gen.Select(Continua.Usual(4, 6), Gen.Int[-100_000, 100_000]).Sample((continuum, by) =>
    {
        var shifted = Continua.Shifted(continuum, by);
        var (a, b) = (Gamma.Align(continuum, new GammaOptions()), Gamma.Align(shifted, new GammaOptions()));
        Assert.Equal(a.Disorder, b.Disorder);
        Assert.Equal(Continua.InWords(continuum, a), Continua.InWords(Continua.Shifted(shifted, -by), b));
    }, iter: Cases, print: t => Continua.InWords(t.Item1));

    [Fact]
    public void AnnotatorsWhoSayTheSameHaveNoDisorder() => Gen.Select(Continua.Usual(2, 8), Gen.Int[2, 6]).Sample((continuum, annotators) =>
    {
        var same = new Continuum([.. Enumerable.Repeat(continuum.Annotators[0], annotators)]);
        Assert.Equal(0, Gamma.Align(same, new GammaOptions()).Disorder);
    }, iter: Cases, print: t => Continua.InWords(t.Item1));

    [Fact]
    public void SoDoTwentyWhoseTuplesCannotAllBeListed()
    {
        var units = Continua.OfPeople(1, 40, 1, 7).Annotators[0];
        var alignment = Gamma.Align(new Continuum([.. Enumerable.Repeat(units, 20)]), new GammaOptions());

        Assert.Equal((0, units.Count), (alignment.Disorder, alignment.Tuples.Count));
    }

    [Fact]
    public void UnitsAreNotJoinedWhereThatSavesNothing()
    {
        // Twice the cost of an empty pairing: as dear as two units alone.
        var alignment = Gamma.Align(new Continuum([[new ContinuumUnit(0, 1, "a")], [new ContinuumUnit(0, 1, "b")]]), new GammaOptions { Beta = 2 });

        Assert.Equal(2, alignment.Tuples.Count);
        Assert.Equal(2, alignment.Disorder);
    }

    [Fact]
    public void InstantsAreAlignedWhereTheyAreEqualOnly()
    {
        var alignment = Gamma.Align(new Continuum([[new ContinuumUnit(1, 1, "a"), new ContinuumUnit(2, 2, "a")], [new ContinuumUnit(1, 1, "a"), new ContinuumUnit(3, 3, "a")]]), new GammaOptions());

        Assert.Equal(3, alignment.Tuples.Count);
        Assert.Contains(alignment.Tuples, t => t is [0, 0]);
    }

    [Theory]
    [InlineData(3, 100, 1, 1)]
    [InlineData(3, 100, 3, 3)]
    [InlineData(5, 100, 1, 3)]
    [InlineData(5, 100, 1, 1)]
    [InlineData(5, 60, 3, 3)]
    public void WhatPeopleMakeIsAlignedToTheProof(int annotators, int events, double overlap, double alpha)
    {
        var alignment = Gamma.Align(Continua.OfPeople(annotators, events, overlap, 20261122), new GammaOptions { Alpha = alpha });

        Assert.True(alignment.IsProven);
        Assert.InRange(alignment.Disorder, 0.1, 2);
    }

    [Fact]
    public void AHeapOfUnitsInOnePlaceIsCutShort()
    {
        var heap = Enumerable.Range(0, 600).Select(i => new ContinuumUnit(i * 0.001, 10 + (i * 0.001), "a")).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var alignment = Gamma.Align(new Continuum([heap, heap, heap]), new GammaOptions());

        Assert.False(alignment.IsProven && alignment.Disorder > 0);
        Assert.InRange(alignment.Disorder, 0, 0.1);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3L << 30);
    }

    [Fact]
    public void OneUnitThatCoversAllOthersIsNoHindrance()
    {
        var shorts = Enumerable.Range(0, 300).Select(i => new ContinuumUnit(i * 10, (i * 10) + 8, "a")).ToArray();
        var alignment = Gamma.Align(new Continuum([[.. shorts, new ContinuumUnit(0, 3000, "b")], shorts, [.. shorts, new ContinuumUnit(0, 3000, "b")]]), new GammaOptions());

        Assert.True(alignment.IsProven);
        Assert.Equal(301, alignment.Tuples.Count);
    }

    [Fact]
    public void NoUnitsHaveNoDisorder() => Assert.Equal((0.0, 0, true), Gamma.Align(new Continuum([[], []]), new GammaOptions()) is var a ? (a.Disorder, a.Tuples.Count, a.IsProven) : default);

    [Theory]
    [InlineData(2, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    public void TimesThatMakeNoUnitAreRefused(double start, double end) =>
        Assert.Throws<ArgumentException>(() => Gamma.Align(new Continuum([[new ContinuumUnit(start, end, null)], []]), new GammaOptions()));
}
