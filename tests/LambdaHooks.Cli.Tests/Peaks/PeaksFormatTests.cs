using System.Text;
using LambdaHooks.Cli.Peaks;
using LambdaHooks.Media;

namespace LambdaHooks.Cli.Tests.Peaks;

public sealed class PeaksFormatTests : IDisposable
{
    private readonly PeaksHere here = new();

    [Theory]
    [InlineData("16", "01000000000000 00401f000004000000 03000000 01ff00010080ff7ff9ff0500")]
    [InlineData("8", "0100000001000000 401f000004000000 03000000 0001807f0000")]
    public async Task ADatFileIsAudiowaveformsByteForByte(string bits, string expected)
    {
        await here.MakeAsync(1, 0, here.Put("ten.wav", Wav.Of(Wav.Ten)), "-o", here.Below("ten.dat"), "-z", "4", "-b", bits);

        Assert.Equal(expected.Replace(" ", "", StringComparison.Ordinal), Convert.ToHexStringLower(File.ReadAllBytes(here.Below("ten.dat"))));
    }

    [Theory]
    [InlineData("out.json", """{"version":2,"channels":1,"sample_rate":8000,"samples_per_pixel":4,"bits":8,"length":3,"data":[0,1,-128,127,0,0]}""")]
    [InlineData("out.wavesurfer.json", """{"version":1,"channels":1,"sampleRate":8000,"samplesPerPeak":4,"bits":8,"length":3,"duration":0.00125,"peaks":[[0.008,0.992,0],[0,-1,0]]}""")]
    public async Task TheEndingOfTheOutputSaysHowItIsWritten(string name, string expected)
    {
        await here.MakeAsync(1, 0, "-i", here.Put("ten.wav", Wav.Of(Wav.Ten)), "--output-filename", here.Below("made", name), "--zoom", "4", "--bits", "8");

        Assert.Equal(expected + "\n", File.ReadAllText(here.Below("made", name)));
    }

    [Fact]
    public async Task LevelsAreTheHooksOwnFile()
    {
        await here.MakeAsync(1, 0, here.Put("long.wav", Wav.OfLength(30_000)), "--output-format", "levels");

        Assert.Equal((8, 3750), (PeakFile.Read(File.ReadAllBytes(here.Below("long.levels"))).Levels[0].SamplesPerPeak, PeakFile.Read(File.ReadAllBytes(here.Below("long.levels"))).Levels[0].Peaks));
    }

    [Fact]
    public async Task StandardOutputHoldsThePeaksAlone()
    {
        var (exitCode, _) = await here.RunAsync(here.Put("ten.wav", Wav.Of(Wav.Ten)), "-o", "-", "--output-format", "json", "-z", "5");

        Assert.Equal(0, exitCode);
        Assert.Equal("""{"version":2,"channels":1,"sample_rate":8000,"samples_per_pixel":5,"bits":16,"length":2,"data":[-256,256,-32768,32767]}""" + "\n", Encoding.ASCII.GetString(here.Output.ToArray()));
    }

    [Fact]
    public async Task EachChannelIsARowWhereAsked()
    {
        await here.MakeAsync(1, 0, here.Put("two.wav", Wav.Of([-3, 0, 3, 0, -32768, 7], channels: 2)), "--split-channels", "-z", "2");

        Assert.Equal(new Waveform(8000, 2, 2, WaveformBits.Sixteen, new short[] { -3, 3, 0, 0, -32768, -32768, 7, 7 }), here.Waveform("two.dat"));
    }

    [Theory]
    [InlineData("auto", new short[] { -253, 255, -32767, 32765, -5, 3 })]
    [InlineData("0.5", new short[] { -127, 128, -16384, 16383, -3, 2 })]
    public async Task PeaksAreMadeHigherOrLowerWhereAsked(string scale, short[] expected)
    {
        short[] samples = scale == "auto" ? [.. Wav.Ten.Select(v => (short)(v / 2))] : Wav.Ten;
        await here.MakeAsync(1, 0, here.Put("ten.wav", Wav.Of(samples)), "--amplitude-scale", scale, "-z", "4");

        Assert.Equal(expected, here.Waveform("ten.dat").Data.ToArray());
    }

    [Fact]
    public async Task OptionsReachTheScanner()
    {
        var path = here.Put("long.wav", Wav.OfLength(30_000));
        await here.MakeAsync(1, 0, path, "--pixels-per-second", "100", "-s", "0.5", "-e", "2.25");
        await here.MakeAsync(1, 0, path, "-w", "5", "--channels", "0", "--force");
        _ = await here.RunAsync(path, "--force", "--quiet");

        Assert.Equal([new PeakScale.PerSecond(100), new PeakScale.Points(5), new PeakScale.SamplesPerPeak(256)], here.Scanner.Asked.Select(a => a.Options.Scale));
        Assert.Equal((500_000L, 2_250_000L), (here.Scanner.Asked[0].Options.Start.Microseconds, here.Scanner.Asked[0].Options.End!.Value.Microseconds));
        Assert.Equal([0], Assert.IsType<ChannelChoice.Only>(here.Scanner.Asked[1].Options.Channels).Channels);
        Assert.All(here.Scanner.Asked, a => Assert.Equal(ScanPlan.Local, a.Plan));
    }

    [Theory]
    [InlineData("coarse.dat", "-z", "512", 512, WaveformBits.Sixteen)]
    [InlineData("coarse.json", "--pixels-per-second", "25", 320, WaveformBits.Sixteen)]
    [InlineData("same.json", "-b", "8", 64, WaveformBits.Eight)]
    public async Task AWaveformIsMadeCoarserExactly(string name, string option, string value, int samplesPerPixel, WaveformBits bits)
    {
        var wav = here.Put("long.wav", Wav.OfLength(30_001));
        await here.MakeAsync(1, 0, wav, "-z", "64");
        await here.MakeAsync(1, 0, here.Below("long.dat"), "-o", here.Below(name), option, value);
        await here.MakeAsync(1, 0, wav, "-o", here.Below("direct.dat"), "-z", $"{samplesPerPixel}", "-b", $"{(int)bits}");

        Assert.Equal(here.Waveform("direct.dat"), here.Waveform(name));
    }

    [Theory]
    [InlineData("samples per pixel: 1000 is not a whole multiple of the waveform's 256, so its peaks cannot be exact; make them from the medium", "-z", "1000")]
    [InlineData("--bits: the waveform has 8 bits a value, 16 cannot be made of them", "-b", "16")]
    [InlineData("waveform: of peaks that are there, only --zoom, --pixels-per-second, --bits, --amplitude-scale and the format can be changed; make them from the medium", "-w", "10")]
    public async Task WhatAWaveformCannotGiveIsSaid(string reason, params string[] options)
    {
        await here.MakeAsync(1, 0, here.Put("long.wav", Wav.OfLength(3000)), "-b", "8");

        var (exitCode, lines) = await here.RunAsync([here.Below("long.dat"), "-o", here.Below("other.dat"), .. options]);

        Assert.Equal((1, $"long.dat: {reason}"), (exitCode, lines[0]));
        Assert.False(File.Exists(here.Below("other.dat")));
    }

    [Fact]
    public void EveryFormatHasAnEndingOfItsOwn() =>
        Assert.All(Enum.GetValues<PeakFormat>(), f => Assert.Equal(f, PeakFormats.OfPath("a.b" + f.Ending())));

    public void Dispose() => here.Dispose();
}
