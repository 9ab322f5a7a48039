using LambdaHooks.Cli.Peaks;

namespace LambdaHooks.Cli.Tests.Peaks;

public class PeakNamesTests
{
    [Theory]
    [InlineData(new[] { "a/x.wav", "b/x.mp3", "y" }, new[] { "a/x.dat", "b/x.dat", "y.dat" })]
    [InlineData(new[] { "x.wav", "x.mp3", "y.wav" }, new[] { "x.wav.dat", "x.mp3.dat", "y.dat" })]
    [InlineData(new[] { "X.wav", "x.mp3" }, new[] { "X.wav.dat", "x.mp3.dat" })]
    [InlineData(new[] { "x.wav", "x.mp3", "x.wav.flac" }, new[] { "x.wav.dat", "x.mp3.dat", "x.wav.flac.dat" })]
    [InlineData(new[] { "x.wav", "X.wav" }, new[] { "x.wav.dat", "X.wav.dat" })]
    public void NamesAreShortUnlessTwoWouldBeTheSame(string[] media, string[] expected)
    {
        Assert.Equal(expected, PeakNames.Of(media, ".dat"));
        Assert.Equal(expected.Reverse(), PeakNames.Of([.. media.Reverse()], ".dat"));
    }

    [Fact]
    public void MediaOfTheSameNameInOneFolderAreRefused() =>
        Assert.Contains("out/x.wav would be made of several media", Assert.Throws<UsageException>(() => PeakNames.Of(["out/x.wav", "out/y.wav", "out/x.wav"], ".dat")).Message, StringComparison.Ordinal);
}
