using LambdaHooks.Consolidation.Texts;
using LambdaHooks.Tests.Walls;

namespace LambdaHooks.Tests.Consolidation.Texts;

public class FoldingTests
{
    [Theory]
    [InlineData("Straße", "strasse")]
    [InlineData("ﬁne", "fine")]
    [InlineData("Café", "cafe\u0301")]
    [InlineData("Cafe\u0301", "cafe\u0301")]
    [InlineData("ＡＢＣ１２", "abc12")]
    [InlineData("한국", "\u1112\u1161\u11AB\u1100\u116E\u11A8")]
    [InlineData("ΣΑΣ", "σασ")]
    [InlineData("İ", "i\u0307")]
    [InlineData("ｶﾞ", "カ\u3099")]
    [InlineData("a\u0315\u0300\u05AEb", "a\u05AE\u0300\u0315b")]
    [InlineData("\u1E9B\u0323", "s\u0323\u0307")]
    [InlineData("don’t", "don't")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    [InlineData("\uD835\uDC00", "a")]
    [InlineData("\uD83Dx", "\uD83Dx")]
    [InlineData("", "")]
    public void WordsFoldAsUnicodeSays(string word, string folded) => Assert.Equal(folded, new Folding().Folded(word).ToString());

    [Theory]
    [InlineData("\"Yes!\"", "yes")]
    [InlineData("(don't)", "don't")]
    [InlineData("。好。", "好")]
    [InlineData("?!", "?!")]
    public void OuterPunctuationIsNotCompared(string word, string compared) => Assert.Equal(compared, new Folding().Of(word).ToString());

    [Fact]
    public void EveryCodePointFoldsAsAnotherProgramFoldsIt()
    {
        // FNV-1a over all foldings in order, by Python's unicodedata 14.0 and the same removals.
        var hash = 2166136261u;
        foreach (var codePoint in CodePoints())
        {
            var folded = Folded(codePoint);
            for (var i = 0; i < folded.Length; i += char.IsSurrogatePair(folded, i) ? 2 : 1)
            {
                hash = unchecked((hash ^ (uint)char.ConvertToUtf32(folded, i)) * 16777619);
            }

            hash = unchecked((hash ^ 0x110000) * 16777619);
        }

        Assert.Equal(621256516u, hash);
    }

    [Fact]
    public void FoldingTwiceIsFoldingOnce() =>
        Assert.All(CodePoints().Chunk(64), chunk =>
        {
            var folded = string.Join(' ', chunk.Select(Folded));
            Assert.Equal(folded, new Folding().Folded(folded).ToString());
        });

    /// <summary>What asks the system's Unicode library would answer differently where there is none.</summary>
    [Theory]
    [InlineData(".Normalize(")]
    [InlineData("IsNormalized")]
    [InlineData("ToUpper")]
    [InlineData("ToLowerInvariant")]
    [InlineData("CompareInfo")]
    [InlineData("CultureInfo")]
    [InlineData("InvariantCulture")]
    [InlineData("CurrentCulture")]
    [InlineData("IgnoreCase")]
    public void NothingAsksTheSystemAboutUnicode(string door)
    {
        var files = SourceFile.Below("src", "LambdaHooks", "Consolidation", "Texts");

        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.DoesNotContain(door, f.Code, StringComparison.Ordinal));
    }

    private static IEnumerable<int> CodePoints() => Enumerable.Range(0, 0x110000).Where(c => c is < 0xD800 or > 0xDFFF);

    private static string Folded(int codePoint) => Shared.Folded(char.ConvertFromUtf32(codePoint)).ToString();

    private static readonly Folding Shared = new();
}
