using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Tests.Consolidation.Texts;

/// <summary>How many words are wrong after merging, on batches whose truth is known.</summary>
public class TranscriptBatchTests
{
    private static readonly string[][] Orders = [["a", "b", "c", "d", "e"], ["e", "d", "c", "b", "a"], ["c", "e", "a", "b", "d"], ["b", "a", "e", "d", "c"]];

    [Theory]
    [InlineData("three-equal", 0.010)]
    [InlineData("three-mixed", 0.019)]
    [InlineData("five-mixed", 0.003)]
    public void SeveralWritersMakeFewErrorsWhateverTheirOrder(string setting, double most)
    {
        var batches = Files(setting);

        Assert.All(Orders, names => Assert.InRange(batches.Average(b => Transcripts.ErrorRate(b, names, Transcripts.Studied(b, names))), 0, most));
    }

    [Fact]
    public void OfTwoTheMoreReliableIsTakenWholeWhereItIsKnownWhoThatIs()
    {
        var known = new TextStudy().Finish(new Dictionary<string, double> { ["a"] = 0.95, ["b"] = 0.85 });

        Assert.InRange(Files("two").Average(b => Transcripts.ErrorRate(b, ["a", "b"], known)), 0, 0.048);
    }

    [Fact]
    public void OfTwoOneIsTakenWholeAndFlaggedWhereNothingIsKnown() => Assert.All(Files("two").SelectMany(b => b), t =>
    {
        var fused = TextFusion.Fuse(t.Named(["a", "b"]), TextReliabilities.None);

        Assert.Contains(fused.Text, t.Workers);
        Assert.Equal(t.Workers[0] != t.Workers[1], fused.IsUncertain);
    });

    // The bounds leave room for the spread between batches; the aims for the shared files are above.
    [Theory]
    [InlineData(0.0115, 0.08, 0.08, 0.08)]
    [InlineData(0.020, 0.05, 0.1, 0.3)]
    [InlineData(0.0042, 0.05, 0.1, 0.1, 0.15, 0.4)]
    public void BatchesOfOtherSeedsFareNoWorse(double most, params double[] rates)
    {
        Transcript[][] batches = [.. Enumerable.Range(1, 6).Select(seed => Transcripts.Made((uint)seed * 7919, 100, rates))];

        Assert.InRange(batches.Average(b => Transcripts.ErrorRate(b, Orders[0], Transcripts.Studied(b, Orders[0]))), 0, most);
    }

    [Theory]
    [InlineData(0.05, 0.1, 0.3)]
    [InlineData(0.05, 0.1, 0.1, 0.15, 0.4)]
    public void MergingMakesLessThanHalfTheErrorsOfTheBestWriter(params double[] rates)
    {
        var batch = Transcripts.Made(5, 200, rates);
        var best = batch.Average(t => WordErrorRate.Between(t.Truth, t.Workers[0]));

        Assert.InRange(Transcripts.ErrorRate(batch, Orders[0], Transcripts.Studied(batch, Orders[0])), 0, best / 2);
    }

    private static Transcript[][] Files(string setting) => [.. Enumerable.Range(1, 2).Select(n => Transcripts.OfFile($"{setting}-{n}"))];
}
