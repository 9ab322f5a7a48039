using CsCheck;
using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Tests.Consolidation.Texts;

public class TextStudyTests
{
    private static readonly Dictionary<string, double> NothingKnown = [];

    [Fact]
    public void ReliabilityIsTheShareOfWordsThatAreRight()
    {
        double[] rates = [0.05, 0.1, 0.1, 0.15, 0.4];
        var batch = Transcripts.Made(11, 150, rates);
        string[] names = ["a", "b", "c", "d", "e"];

        var studied = Transcripts.Studied(batch, names);

        Assert.All(names.Select((n, i) => (Name: n, Place: i)), w =>
            Assert.Equal(1 - batch.Average(t => WordErrorRate.Between(t.Truth, t.Workers[w.Place])), studied.Of(w.Name)!.Value, 0.04));
    }

    [Fact]
    public void OneWhoWritesNonsenseTakesNothingFromTheOthers()
    {
        var batch = Transcripts.Made(12, 100, 0.08, 0.08, 0.08);
        var nonsense = Transcripts.Made(13, 100, 0.08);
        Transcript[] both = [.. batch.Zip(nonsense, (t, n) => t with { Workers = [t.Workers[0], t.Workers[1], n.Workers[0]] })];

        var studied = Transcripts.Studied(both, ["a", "b", "c"]);

        Assert.InRange(studied.Of("a")!.Value, 0.85, 1);
        Assert.InRange(studied.Of("b")!.Value, 0.85, 1);
        Assert.InRange(studied.Of("c")!.Value, 0, 0.15);
    }

    [Fact]
    public void OfTwoWritersAloneNobodyCanSayWhoIsBetter()
    {
        var studied = Transcripts.Studied(Transcripts.Made(14, 50, 0.01, 0.3), ["a", "b"]);

        Assert.Equal(studied.Of("a"), studied.Of("b"));
    }

    [Fact]
    public void WhatIsKnownOfOneTellsWhatTheOtherIs()
    {
        var study = new TextStudy();
        foreach (var transcript in Transcripts.Made(15, 100, 0.02, 0.3))
        {
            study.Add(transcript.Named(["a", "b"]));
        }

        var studied = study.Finish(new Dictionary<string, double> { ["a"] = 0.98 });

        Assert.Equal(0.98, studied.Of("a"));
        Assert.InRange(studied.Of("b")!.Value, 0.6, 0.8);
    }

    [Fact]
    public void NothingIsKnownOfAWriterWhoSharesNothing()
    {
        var study = new TextStudy();
        study.Add([new("a", "alone"), new("b", " ")]);
        study.Add([new("c", "one two"), new("d", "one two")]);

        var studied = study.Finish(NothingKnown);

        Assert.Null(studied.Of("a"));
        Assert.Null(studied.Of("b"));
        Assert.Equal(1, studied.Of("c")!.Value, 1e-6);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void AKnownReliabilityLiesBetweenZeroAndOne(double known) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextStudy().Finish(new Dictionary<string, double> { ["a"] = known }));

    [Fact]
    public void OrderOfItemsAndWorkersChangesNothing() => Gen.Select(SomeTexts.Similar.Array[1, 4], Gen.Int).Sample((items, seed) =>
        Assert.Equal(Reliabilities(items), Reliabilities([.. SomeTexts.Shuffled(items, seed).Select(i => SomeTexts.Shuffled(i, seed))])), iter: 10_000);

    [Fact]
    public void ReliabilitiesLieBetweenZeroAndOne() => SomeTexts.Several.Sample(texts =>
        Assert.All(Reliabilities([texts]), r => Assert.InRange(r ?? 0, 0, 1)), iter: 10_000);

    private static double?[] Reliabilities(IEnumerable<WorkerText[]> items)
    {
        var study = new TextStudy();
        foreach (var item in items)
        {
            study.Add(item);
        }

        var studied = study.Finish(NothingKnown);
        return [.. Enumerable.Range(0, 6).Select(i => studied.Of($"w{i}"))];
    }
}
