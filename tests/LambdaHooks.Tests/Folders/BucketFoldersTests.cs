using CsCheck;
using LambdaHooks.Folders;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Tests.Folders;

public class BucketFoldersTests
{
    private static readonly string Root = Path.GetFullPath("bucket-root");
    private static readonly BucketFolders Buckets = new BucketFolders().Add("media", Root);

    [Theory]
    [InlineData("clips/a.wav", "clips|a.wav")]
    [InlineData("jobs/2021-11-18_02:19:51.json", "jobs|2021-11-18_02%3A19%3A51.json")]
    [InlineData("a//b", "a|%|b")]
    [InlineData("/a", "%|a")]
    [InlineData("a/", "a|%")]
    [InlineData("../a", ".%2E|a")]
    [InlineData("a/./b", "a|%2E|b")]
    [InlineData("100%/a b", "100%25|a b")]
    [InlineData("end./end ", "end%2E|end%20")]
    [InlineData("a\\..\\b", "a%5C..%5Cb")]
    [InlineData("a\u0001b", "a%01b")]
    [InlineData("Łódź/🙂", "Łódź|🙂")]
    public void AKeyIsThisPath(string key, string path) =>
        Assert.Equal(Path.Combine([Root, .. path.Split('|')]), Buckets.PathToWrite(new ObjectUri("media", key)));

    [Fact]
    public void NoKeyLeadsOutsideAndNoTwoKeysShareAPath()
    {
        var key = Gen.Char["/.%\\: aA2E\u0000"].Array[1, 8].Select(c => new string(c));
        Gen.Select(key, key).Sample((a, b) =>
        {
            var (pathOfA, pathOfB) = (Buckets.PathToWrite(new ObjectUri("media", a))!, Buckets.PathToWrite(new ObjectUri("media", b))!);
            Assert.StartsWith(Root + Path.DirectorySeparatorChar, Path.GetFullPath(pathOfA), StringComparison.Ordinal);
            Assert.Equal(a == b, pathOfA == pathOfB);
        }, iter: 10_000);
    }

    [Fact]
    public void AnUnknownBucketHasNoPath()
    {
        Assert.Null(Buckets.PathToWrite(new ObjectUri("other", "a")));
        Assert.Null(Buckets.PathToRead(new ObjectUri("other", "a")));
    }

    [Fact]
    public void AMappingNamesFoldersToWriteAndToRead()
    {
        var mapping = BucketFolders.Parse(" media = clips ;; output=out/labels|events/labels;", "BUCKETS");

        Assert.Equal(["media", "output"], mapping.Buckets.Order(StringComparer.Ordinal));
        Assert.Equal(Path.GetFullPath("clips/a"), mapping.PathToWrite(new ObjectUri("media", "a")));
        Assert.Equal(Path.GetFullPath("out/labels/a"), mapping.PathToWrite(new ObjectUri("output", "a")));
    }

    [Theory]
    [InlineData("media")]
    [InlineData("media=")]
    [InlineData("Media=clips")]
    [InlineData("=clips")]
    [InlineData("media=|clips")]
    [InlineData("media=clips|")]
    [InlineData("media=clips;output")]
    public void AMalformedMappingIsNamed(string text)
    {
        var fault = Assert.Throws<HookException>(() => BucketFolders.Parse(text, "BUCKETS"));

        Assert.Equal("BUCKETS", fault.Field);
        Assert.EndsWith("is not bucket=folder", fault.Message, StringComparison.Ordinal);
    }
}
