using System.Web;
using LambdaHooks.Folders;
using LambdaHooks.Hooks;
using Microsoft.Extensions.Time.Testing;

namespace LambdaHooks.Interop.Tests.Signing;

public sealed class FolderUrlSignerTests
{
    private static readonly ObjectUri Clip = new("media", "clips/a b+%.wav");

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
    private readonly FolderUrlSigner signer;

    public FolderUrlSignerTests() => signer = new FolderUrlSigner("http://127.0.0.1:8080/media", "key"u8.ToArray(), clock);

    [Fact]
    public void AUrlNamesTheObjectAndItsEnd()
    {
        var signed = signer.SignGet(Clip, TimeSpan.FromMinutes(10));

        Assert.Equal(clock.GetUtcNow().AddMinutes(10), signed.NotAfter);
        Assert.StartsWith("http://127.0.0.1:8080/media/media/clips/a%20b%2B%25.wav?expires=1795342200&signature=", signed.Url, StringComparison.Ordinal);
    }

    [Fact]
    public void AUrlIsValidUntilItsEnd()
    {
        var (expires, signature) = Sign();

        Assert.True(signer.IsValid(Clip, expires, signature));
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.True(signer.IsValid(Clip, expires, signature));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(signer.IsValid(Clip, expires, signature));
    }

    [Fact]
    public void AUrlIsNotValidForAnotherObject()
    {
        var (expires, signature) = Sign();

        Assert.False(signer.IsValid(Clip with { Key = "clips/a b+%.wa" }, expires, signature));
        Assert.False(signer.IsValid(Clip with { Bucket = "other" }, expires, signature));
    }

    [Fact]
    public void ALaterEndNeedsAnotherSignature()
    {
        var (expires, signature) = Sign();

        Assert.False(signer.IsValid(Clip, expires + "0", signature));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("é")]
    public void AnotherSignatureIsNotValid(string odd)
    {
        var (expires, signature) = Sign();

        Assert.False(signer.IsValid(Clip, expires, odd));
        Assert.False(signer.IsValid(Clip, expires, signature[..^1] + (signature[^1] == '0' ? '1' : '0')));
        Assert.False(signer.IsValid(Clip, expires, signature + odd + "0"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("1795342200 ")]
    public void AnEndThatIsNoNumberIsNotValid(string expires) => Assert.False(signer.IsValid(Clip, expires, Sign().Signature));

    [Fact]
    public void AnotherKeySignsOtherwise()
    {
        var (expires, signature) = Sign();

        Assert.False(new FolderUrlSigner("http://127.0.0.1:8080/media", "another"u8.ToArray(), clock).IsValid(Clip, expires, signature));
    }

    private (string Expires, string Signature) Sign()
    {
        var query = HttpUtility.ParseQueryString(new Uri(signer.SignGet(Clip, TimeSpan.FromMinutes(10)).Url).Query);
        return (query["expires"]!, query["signature"]!);
    }
}
