using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Tests.Consolidation.Texts;

public class TextFusionTests
{
    [Fact]
    public void ThePublishedExampleIsReproduced() => Assert.Equal("b c d e", Fused("a b c d", "b z d e", "b c d e f").Text);

    [Theory]
    [InlineData("  As it is, \n")]
    [InlineData("\uD83D")]
    [InlineData("")]
    public void OneTextIsCopied(string text) => Assert.Equal(new FusedText(text, 1, [], false, false), Fused(text));

    [Fact]
    public void NobodyIsAnEmptyText() => Assert.Equal(new FusedText("", 1, [], false, false), Fused());

    [Fact]
    public void ThoseWhoWroteNothingArePassedOver()
    {
        Assert.Equal("yes", Fused("", " ", "yes").Text);
        Assert.Equal("one two three", Fused("one two three", "", "one two three", "one too three", "").Text);
        Assert.Equal("", Fused("", "", " ").Text);
    }

    [Fact]
    public void ASingleWriterIsAsSureAsReliable() =>
        Assert.Equal(0.7, TextFusion.Fuse([new("a", "yes")], Known(("a", 0.7))).Confidence);

    [Fact]
    public void TheSameWordsAreGivenAsMostWroteThem()
    {
        Assert.Equal(new FusedText("Yes, sir.", 1, [], false, false), Fused("yes sir", "Yes, sir.", "YES SIR", "Yes, sir."));
        Assert.Equal("Yes", Fused("yes", "Yes").Text);
        Assert.Equal("yes", TextFusion.Fuse([new("a", "yes"), new("b", "Yes")], Known(("a", 0.9), ("b", 0.5))).Text);
    }

    [Fact]
    public void OfTwoTheMoreReliableIsTakenWhole()
    {
        WorkerText[] texts = [new("a", "the cat sat"), new("b", "The bat sat down.")];

        var fused = TextFusion.Fuse(texts, Known(("a", 0.6), ("b", 0.9)));

        Assert.Equal("The bat sat down.", fused.Text);
        Assert.False(fused.IsUncertain);
        var share = 0.81 / (0.81 + 0.36);
        Assert.Equal(["The", "bat", "sat", "down."], fused.Words.Select(w => w.Text));
        Assert.All(fused.Words.Zip([1, share, 1, share]), p => Assert.Equal(p.Second, p.First.Confidence, 1e-5));
        Assert.Equal((2 + (2 * share)) / 4, fused.Confidence, 1e-5);
    }

    [Fact]
    public void OfTwoOfWhomNothingIsKnownTheFullerIsTakenAndFlagged()
    {
        var fused = Fused("one two", "one two three");

        Assert.Equal("one two three", fused.Text);
        Assert.True(fused.IsUncertain);
        Assert.False(fused.IsDisputed);
    }

    [Fact]
    public void OfThreeEachErrorIsOutvoted()
    {
        var fused = Fused("the quick brown fox jumps", "a quick brown fox jumps", "the quick brown dog fox jumps");

        Assert.Equal("the quick brown fox jumps", fused.Text);
        Assert.Equal([2 / 3.0, 1, 1, 1, 1], fused.Words.Select(w => w.Confidence));
    }

    [Fact]
    public void WordsComeInTheFormOfTheMostReliableWhoHasThem()
    {
        WorkerText[] texts = [new("a", "hello there general kenobi"), new("b", "Hello there, General Kenobbi!"), new("c", "hello their general kenobi")];

        Assert.Equal("Hello there, General kenobi", TextFusion.Fuse(texts, Known(("a", 0.8), ("b", 0.9), ("c", 0.7))).Text);
    }

    [Fact]
    public void AMisspelledWordSpeaksForTheRightOne() =>
        Assert.Equal("we receive letters here today", Fused("we receive letters here today", "we receve letters here today", "we banana letters here today").Text);

    [Fact]
    public void CharactersOfScriptsWithoutSpacesAreMergedWithoutSpaces()
    {
        Assert.Equal("我们今天去学校。", Fused("我们今天去学校。", "我们明天去学校。", "我们今天去学笑。").Text);
        Assert.Equal("我用iPhone打电话", Fused("我用iPhone打电话", "我用iPhone打电括", "我有iPhone打电话").Text);
    }

    [Fact]
    public void WhiteSpaceAndPunctuationStayAsTheChosenWordsHadThem() =>
        Assert.Equal("Well,  he said:\n\"Go on!\"", Fused("Well,  he said:\n\"Go on!\"", "Well,  he said:\n\"Go on!\"", "well he sad go on").Text);

    [Fact]
    public void TextsThatHaveLittleInCommonAreNotMerged()
    {
        var fused = Fused("alpha beta gamma", "one two three", "red green gamma");

        Assert.True(fused.IsDisputed);
        Assert.EndsWith(" gamma", fused.Text, StringComparison.Ordinal);
        Assert.Equal(3, fused.Words.Count);
    }

    [Fact]
    public void OneWhoIsKnownToWriteNonsenseDoesNotMakeADispute()
    {
        WorkerText[] texts = [new("a", "one two three four"), new("b", "one two tree four"), new("c", "x y z u v w")];

        var fused = TextFusion.Fuse(texts, Known(("a", 0.95), ("b", 0.9), ("c", 0.02)));

        Assert.Equal("one two three four", fused.Text);
        Assert.False(fused.IsDisputed);
    }

    private static FusedText Fused(params string[] texts) => TextFusion.Fuse(SomeTexts.Named(texts), TextReliabilities.None);

    private static TextReliabilities Known(params (string Worker, double Reliability)[] known) =>
        new TextStudy().Finish(known.ToDictionary(k => k.Worker, k => k.Reliability));
}
