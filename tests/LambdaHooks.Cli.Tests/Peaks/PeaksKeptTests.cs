namespace LambdaHooks.Cli.Tests.Peaks;

public sealed class PeaksKeptTests : IDisposable
{
    private readonly PeaksHere here = new();

    public PeaksKeptTests() => here.Put("x.wav", Wav.OfLength(30_001));

    public static TheoryData<string[]> Settings =>
    [
        Array.Empty<string>(),
        new[] { "--output-format", "json" },
        new[] { "--output-format", "wavesurfer", "-b", "8" },
        new[] { "--output-format", "levels" },
        new[] { "-w", "1000" },
        new[] { "-z", "100", "--split-channels" },
        new[] { "--pixels-per-second", "30" },
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task TheSamePeaksAreKept(string[] settings)
    {
        await here.MakeAsync(1, 0, [here.Below("x.wav"), .. settings]);
        await here.MakeAsync(0, 1, [here.Below("x.wav"), .. settings]);
        await here.MakeAsync(1, 0, [here.Below("x.wav"), .. settings, "--force"]);
    }

    [Theory]
    [InlineData("-z", "512")]
    [InlineData("-b", "8")]
    [InlineData("-w", "118")]
    [InlineData("-s", "1")]
    [InlineData("--channels", "0")]
    [InlineData("--amplitude-scale", "auto")]
    public async Task PeaksOfOtherSettingsAreMadeAgain(params string[] settings)
    {
        await here.MakeAsync(1, 0, here.Below("x.wav"));
        await here.MakeAsync(1, 0, [here.Below("x.wav"), .. settings]);
    }

    [Theory]
    [InlineData("dat")]
    [InlineData("json")]
    [InlineData("wavesurfer")]
    [InlineData("levels")]
    public async Task PeaksThatAreNotWholeAreMadeAgain(string format)
    {
        string[] command = [here.Below("x.wav"), "--output-format", format];
        await here.MakeAsync(1, 0, command);
        var path = here.Files().Single(f => f != "x.wav");
        var whole = File.ReadAllBytes(here.Below(path));
        foreach (var length in (int[])[0, whole.Length / 2, whole.Length - 1])
        {
            File.WriteAllBytes(here.Below(path), whole[..length]);

            await here.MakeAsync(1, 0, command);

            Assert.Equal(whole, File.ReadAllBytes(here.Below(path)));
        }
    }

    [Fact]
    public async Task PeaksOlderThanTheirMediumAreMadeAgain()
    {
        await here.MakeAsync(1, 0, here.Below("x.wav"));
        File.SetLastWriteTimeUtc(here.Below("x.dat"), File.GetLastWriteTimeUtc(here.Below("x.wav")).AddSeconds(-1));

        await here.MakeAsync(1, 0, here.Below("x.wav"));
    }

    [Fact]
    public async Task PeaksOfAnotherLengthAreMadeAgain()
    {
        await here.MakeAsync(1, 0, here.Below("x.wav"));
        here.Put("x.wav", Wav.OfLength(3000));
        File.SetLastWriteTimeUtc(here.Below("x.wav"), File.GetLastWriteTimeUtc(here.Below("x.dat")).AddSeconds(-1));

        await here.MakeAsync(1, 0, here.Below("x.wav"));
    }

    [Theory]
    [InlineData("x.dat", "dat")]
    [InlineData("x.json", "json")]
    [InlineData("x.wavesurfer.json", "wavesurfer")]
    [InlineData("x.levels", "levels")]
    public async Task AFileOfSomebodyElseIsReplacedOnlyWhereItWasNamed(string name, string format)
    {
        var path = here.Put(name, """{"title":"a file that happens to have this name"}""");

        var (exitCode, lines) = await here.RunAsync(here.Below("x.wav"), "--output-format", format);

        Assert.Equal((1, $"x.wav: output: {name} is there and holds no such peaks; --force replaces it"), (exitCode, lines[0]));
        Assert.Contains("title", File.ReadAllText(path), StringComparison.Ordinal);
        await here.MakeAsync(1, 0, here.Below("x.wav"), "-o", path);
    }

    [Fact]
    public async Task WhatARunLeftUnfinishedIsWrittenOver()
    {
        here.Put(".x.dat.unfinished", "half");

        await here.MakeAsync(1, 0, here.Below("x.wav"));

        Assert.Equal(["x.dat", "x.wav"], here.Files());
    }

    public void Dispose() => here.Dispose();
}
