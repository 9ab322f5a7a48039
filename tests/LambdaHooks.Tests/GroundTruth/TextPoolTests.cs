using System.Text.Json;
using CsCheck;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Tests.GroundTruth;

public class TextPoolTests
{
    private readonly TextPool pool = new();

    [Fact]
    public void ATextComesOutAsItWasWhateverItHolds() => Gen.OneOf(Gen.String[0, 300], Gen.String[Gen.Char[' ', '~'], 0, 300]).Where(t => !t.Any(char.IsSurrogate)).Sample(text =>
    {
        using var document = JsonDocument.Parse(JsonSerializer.Serialize(text));

        Assert.True(new TextPool().TryText(document.RootElement, out var found));
        Assert.Equal(text, found);
    });

    [Fact]
    public void TheSameTextIsHeldOnce()
    {
        using var document = JsonDocument.Parse("""["robotic","robotic"]""");

        Assert.True(pool.TryText(document.RootElement[0], out var first));
        Assert.True(pool.TryText(document.RootElement[1], out var second));
        Assert.Same(first, second);
    }

    [Theory]
    [InlineData("17")]
    [InlineData("null")]
    [InlineData("[\"a\"]")]
    [InlineData("\"\\ud800\"")]
    public void WhatIsNoTextIsNone(string json)
    {
        using var document = JsonDocument.Parse(json);

        Assert.False(pool.TryText(document.RootElement, out _));
    }
}
