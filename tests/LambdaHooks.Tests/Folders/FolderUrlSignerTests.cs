using System.Web;
using LambdaHooks.Folders;
using LambdaHooks.Hooks;
using Microsoft.Extensions.Time.Testing;

namespace LambdaHooks.Tests.Folders;

public class FolderUrlSignerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly ObjectUri Clip = new("media", "clips/a b+ł.wav");

    private readonly FakeTimeProvider clock = new(Noon);

    [Fact]
    public void AUrlNamesItsObjectAndItsEnd()
    {
        var signed = Signer().SignGet(Clip, TimeSpan.FromHours(1));

        Assert.StartsWith($"http://here/media/clips/a%20b%2B%C5%82.wav?expires={Noon.AddHours(1).ToUnixTimeSeconds()}&signature=", signed.Url, StringComparison.Ordinal);
        Assert.Equal(Noon.AddHours(1), signed.NotAfter);
    }

    [Fact]
    public void ASignatureIsValidUntilItsEnd()
    {
        var (expires, signature) = Sign();
        Assert.True(Signer().IsValid(Clip, expires, signature));

        clock.Advance(TimeSpan.FromHours(1));
        Assert.True(Signer().IsValid(Clip, expires, signature));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(Signer().IsValid(Clip, expires, signature));
    }

    [Fact]
    public void ASignatureIsForOneObjectOneEndAndOneKey()
    {
        var (expires, signature) = Sign();

        Assert.False(Signer().IsValid(Clip with { Key = "clips/other.wav" }, expires, signature));
        Assert.False(Signer().IsValid(Clip with { Bucket = "other" }, expires, signature));
        Assert.False(Signer().IsValid(Clip, $"{expires}0", signature));
        Assert.False(Signer(key: 2).IsValid(Clip, expires, signature));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("soon", "ab")]
    [InlineData("-1", "ab")]
    [InlineData("99999999999", "łł")]
    public void NonsenseIsNoSignature(string expires, string signature) => Assert.False(Signer().IsValid(Clip, expires, signature));

    private FolderUrlSigner Signer(byte key = 1) => new("http://here", [key], clock);

    private (string Expires, string Signature) Sign()
    {
        var query = HttpUtility.ParseQueryString(new Uri(Signer().SignGet(Clip, TimeSpan.FromHours(1)).Url).Query);
        return (query["expires"]!, query["signature"]!);
    }
}
