using System.Text.RegularExpressions;
using LambdaHooks.Cli.Tests.Programs;
using LambdaHooks.Timeline;

namespace LambdaHooks.Cli.Tests.Showing;

public sealed partial class ScreenTests
{
    [Theory]
    [InlineData("a\u001b[2Jb", "a·[2Jb")]
    [InlineData("a\rb\nc\td\0", "a·b·c·d·")]
    [InlineData("a\u009b31mb", "a·31mb")]
    [InlineData("a\u202eb\u2066c\u2028d", "a·b·c·d")]
    [InlineData("[red]Łódź[/] 東京 😀", "[red]Łódź[/] 東京 😀")]
    public void TextIsShownAndNeverObeyed(string text, string shown)
    {
        using var console = RecordingConsole.File();

        console.Screen.Bad(text);

        Assert.Equal(shown + "\n", console.Text);
    }

    [Fact]
    public void HalfASurrogatePairIsShownAsAReplacement() => Assert.Equal("half \ufffd pair", PlainText.Of("half " + '\ud83d' + " pair"));

    [Fact]
    public void ATerminalGetsColourAndNoCommandOfAWorker()
    {
        using var console = RecordingConsole.Terminal(width: 80);

        console.Screen.Bad("a\u001b[2J\u0007[blue]b");

        Assert.Contains('\u001b', console.Text);
        Assert.Equal("a·[2J·[blue]b\n", Colour().Replace(console.Text, ""));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(300)]
    public void ADrawingFitsTheTerminalInOnePiece(int width)
    {
        using var console = RecordingConsole.Terminal(width);
        var span = Interval.Seconds(0, 10);

        console.Screen.Draw([("w", [new Segment(span, "glitch")])], span, s => s.Label!);

        var lines = Colour().Replace(console.Text, "").TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Equal(Math.Min(width, 120), lines[1].Length);
        Assert.EndsWith("-|", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkThatFailsFailsWithItsOwnError()
    {
        using var console = RecordingConsole.Terminal(width: 80);

        var error = await Assert.ThrowsAsync<UsageException>(() => console.Screen.WithProgressAsync<int>("work", _ => throw new UsageException("wrong")));

        Assert.Equal("wrong", error.Message);
    }

    [Fact]
    public async Task LongWorkShowsHowFarItIsOnATerminalAndGivesItsResult()
    {
        using var console = RecordingConsole.Terminal(width: 80);

        var result = await console.Screen.WithProgressAsync("comparisons", async done =>
        {
            done(0.5);
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
            return 7;
        });

        Assert.Equal(7, result);
        Assert.Contains("comparisons", console.Text, StringComparison.Ordinal);
        Assert.Contains("50%", console.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\u001b\[[0-9;]*m")]
    private static partial Regex Colour();
}
