using System.Globalization;
using CsCheck;
using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Tests.Consolidation.Texts;

public class TokenizerTests
{
    [Theory]
    [InlineData("Hello, big world!", "Hello,|big|world!")]
    [InlineData("  don't - stop  ", "don't -|stop")]
    [InlineData("- well", "- well")]
    [InlineData("...", "...")]
    [InlineData("我用iPhone手机。", "我|用|iPhone|手|机。")]
    [InlineData("他说「好」吧", "他|说|「好」|吧")]
    [InlineData("2024年", "2024|年")]
    [InlineData("กำลัง", "กำ|ลั|ง")]
    [InlineData("ｶﾞﾒﾗ", "ｶﾞ|ﾒ|ﾗ")]
    [InlineData("yes 👩‍👩‍👧 no", "yes|👩‍👩‍👧|no")]
    [InlineData("مرحبا بالعالم", "مرحبا|بالعالم")]
    [InlineData(" \n\u3000", "")]
    [InlineData("", "")]
    public void TextsFallIntoWordsOrCharacters(string text, string words) =>
        Assert.Equal(words, string.Join('|', Tokens(text).Select(t => text[t.Start..t.End])));

    [Fact]
    public void WordsAndTheSpaceBeforeThemMakeUpTheText() => SomeTexts.Anything.Sample(text =>
    {
        var tokens = Tokens(text);

        Assert.Equal(tokens.Select(t => t.GapStart), tokens.Select(t => t.End).Prepend(0).SkipLast(tokens.Length == 0 ? 0 : 1).Take(tokens.Length));
        Assert.All(tokens, t => Assert.True(string.IsNullOrWhiteSpace(text[t.GapStart..t.Start]) && t.Start < t.End));
        Assert.True(string.IsNullOrWhiteSpace(text[(tokens.Length == 0 ? 0 : tokens[^1].End)..]));
    }, iter: 10_000);

    [Fact]
    public void NoWordEndsInsideAGrapheme() => SomeTexts.Anything.Sample(text =>
    {
        var boundaries = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();

        Assert.All(Tokens(text), t => Assert.True(boundaries.Contains(t.Start) && boundaries.Contains(t.End)));
    }, iter: 10_000);

    private static Token[] Tokens(string text) => Tokenizer.Tokens(text, new Vocabulary());
}
