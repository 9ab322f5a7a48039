using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Tests.Consolidation.Texts;

/// <summary>Texts that would take hours, or all memory, if the work were not bounded: they are done when the test ends.</summary>
public class LongTextTests
{
    [Theory]
    [InlineData(10_000, 3, 0.05)]
    [InlineData(10_000, 8, 0.03)]
    public void LongTextsThatDifferLittleAreMergedAsWellAsShortOnes(int length, int writers, double rate)
    {
        var random = new SmallRandom(17);
        string[] truth = [.. Enumerable.Range(0, length).Select(_ => $"w{random.Below(2000)}")];
        var texts = Enumerable.Range(0, writers).Select(_ => Transcripts.WithErrors(truth, rate, 2000, random)).ToArray();

        var fused = TextFusion.Fuse(SomeTexts.Named(texts), TextReliabilities.None);

        Assert.False(fused.IsDisputed);
        Assert.InRange(WordErrorRate.Between(string.Join(' ', truth), fused.Text), 0, 0.006);
    }

    [Fact]
    public void TwentyTextsOfAMillionCharactersAreDisputedWhereTheyHaveNothingInCommon()
    {
        var texts = Enumerable.Range(0, 20).Select(w => string.Concat(Enumerable.Repeat($"{(char)('a' + w)} ", 500_000))).ToArray();

        var fused = TextFusion.Fuse(SomeTexts.Named(texts), TextReliabilities.None);

        Assert.True(fused.IsDisputed);
        Assert.Contains(fused.Text, texts);
    }

    [Fact]
    public void TextsThatRepeatThemselvesAreNoTrap()
    {
        var texts = Enumerable.Range(2, 6).Select(n => string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("a ", n)) + "b ", 20_000))).ToArray();

        var fused = TextFusion.Fuse(SomeTexts.Named(texts), TextReliabilities.None);

        Assert.Contains(fused.Text, texts.Append(fused.Text));
        Assert.InRange(fused.Confidence, 0, 1);
    }

    [Theory]
    [InlineData("\u0301")]
    [InlineData("a")]
    [InlineData("ﷺ")]
    [InlineData("👩‍👩‍👧‍")]
    [InlineData("我")]
    [InlineData(".")]
    public void AMillionOfOneCharacterAreRead(string character)
    {
        var text = string.Concat(Enumerable.Repeat(character, 1_000_000 / character.Length));

        var fused = TextFusion.Fuse(SomeTexts.Named([text, text + character, "b" + text]), TextReliabilities.None);

        Assert.InRange(fused.Text.Length, text.Length, text.Length + 2 + character.Length);
    }

    [Fact]
    public void ATextMuchLongerThanTheOthersIsNoTrap()
    {
        var random = new SmallRandom(19);
        var shortOnes = Enumerable.Range(0, 4).Select(_ => Transcripts.WithErrors(Enumerable.Range(0, 300).Select(i => $"w{i}"), 0.02, 2000, random)).ToList();
        shortOnes.Add(shortOnes[0] + string.Concat(Enumerable.Range(0, 150_000).Select(i => $" v{i}")));

        var fused = TextFusion.Fuse(SomeTexts.Named(shortOnes), TextReliabilities.None);

        Assert.InRange(WordErrorRate.Between(string.Join(' ', Enumerable.Range(0, 300).Select(i => $"w{i}")), fused.Text), 0, 0.05);
    }

    [Fact]
    public void AStudyOfLongTextsEnds()
    {
        var study = new TextStudy();
        study.Add(SomeTexts.Named([.. Enumerable.Range(0, 6).Select(w => string.Concat(Enumerable.Range(0, 100_000).Select(i => $" {w * i % 977}")))]));

        Assert.InRange(study.Finish(new Dictionary<string, double>()).Of("w0")!.Value, 0, 1);
    }
}
