using System.Runtime.InteropServices;
using LambdaHooks.Ffmpeg.Tests.Programs;
using LambdaHooks.Tests.Media;

namespace LambdaHooks.Cli.Tests.Peaks;

/// <summary>Media that are not WAV, or not as it is read here, through the ffmpeg of this machine.</summary>
public sealed class PeaksDecodingTests : IDisposable
{
    private readonly PeaksHere here = new() { Decoder = Decoders.At(null) };

    [Theory]
    [InlineData("sheep-2.mp3")]
    [InlineData("cities-4.mp4")]
    public async Task PeaksAreThoseOfTheSoundThatFfmpegDecodes(string clip)
    {
        await Installed.FfmpegAsync();
        var medium = here.Put($"media/{clip}", File.ReadAllBytes(Checkout.Path("samplemanifests", "media", "clips", clip)));

        await AssertDecodedAsync(medium);
    }

    /// <summary>The bytes say WAV; only the format chunk says that it takes a decoder.</summary>
    [Fact]
    public async Task AWavFileOfACompressedFormatIsDecoded()
    {
        await Installed.FfmpegAsync();
        var medium = here.Put("media/x.wav", await RunAsync("-f", "lavfi", "-i", "aevalsrc=0.5*sin(440*t)|0.3*sin(3000*t)*t:s=22050:d=1.5", "-c:a", "adpcm_ms", "-f", "wav", "-"));

        await AssertDecodedAsync(medium);
    }

    public void Dispose() => here.Dispose();

    /// <summary>From a file, through a pipe and out of a store, against the samples that ffmpeg gives when it is asked for nothing else.</summary>
    private async Task AssertDecodedAsync(string medium)
    {
        var name = Path.GetFileName(medium);
        here.Input = File.ReadAllBytes(medium);

        await here.MakeAsync(1, 0, medium, "-z", "100", "--split-channels", "-o", here.Below("of-file.dat"));
        await here.MakeAsync(1, 0, "-", "-z", "100", "--split-channels", "-o", here.Below("of-pipe.dat"));
        await here.MakeAsync(1, 0, $"s3://my-media/{name}", "--bucket", $"my-media={here.Below("media")}", "-z", "100", "--split-channels", "-o", here.Below("of-store.dat"));

        var made = here.Waveform("of-file.dat");
        var samples = MemoryMarshal.Cast<byte, short>(await RunAsync("-i", medium, "-map", "0:a:0", "-f", "s16le", "-")).ToArray();
        short[][] rows = [.. Enumerable.Range(0, made.Rows).Select(c => SampleOracle.Pick(samples, made.Rows, c))];
        Assert.True(made.Length > 100, $"{made.Length} peaks are few");
        Assert.Equal(WaveformOracle.Of(rows, made.SampleRate, 100, 16).ToDat(), File.ReadAllBytes(here.Below("of-file.dat")));
        Assert.Equal(made, here.Waveform("of-pipe.dat"));
        Assert.Equal(made, here.Waveform("of-store.dat"));
    }

    private static async Task<byte[]> RunAsync(params string[] arguments)
    {
        var run = await ToolRun.OfAsync(await Installed.FfmpegAsync(), ["-hide_banner", "-loglevel", "error", "-nostdin", .. arguments]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run.Output;
    }
}
