using System.Runtime.InteropServices;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>Files that ffmpeg and sox wrote, against what ffmpeg reads from them.</summary>
public class WavOfOthersTests(AudioTools tools)
{
    private const int Frames = 5003;

    /// <summary>Whole numbers and telephony are the same; ffmpeg takes 1.0 for 32,768 and rounds, so that floats may be one apart.</summary>
    [Theory]
    [InlineData("pcm_u8", 1, SampleFormat.Pcm8, 0)]
    [InlineData("pcm_s16le", 2, SampleFormat.Pcm16, 0)]
    [InlineData("pcm_s16le", 6, SampleFormat.Pcm16, 0)]
    [InlineData("pcm_s24le", 1, SampleFormat.Pcm24, 0)]
    [InlineData("pcm_s24le", 2, SampleFormat.Pcm24, 0)]
    [InlineData("pcm_s32le", 2, SampleFormat.Pcm32, 0)]
    [InlineData("pcm_f32le", 2, SampleFormat.Ieee32, 1)]
    [InlineData("pcm_f64le", 1, SampleFormat.Ieee64, 1)]
    [InlineData("pcm_f64le", 8, SampleFormat.Ieee64, 1)]
    [InlineData("pcm_alaw", 2, SampleFormat.ALaw, 0)]
    [InlineData("pcm_mulaw", 1, SampleFormat.MuLaw, 0)]
    public async Task EveryFormatThatFfmpegWritesIsRead(string codec, int channels, SampleFormat format, int apart)
    {
        string[] containers = ["", "-write_bext 1 -metadata title=odd", "-rf64 always", "-f w64"];
        string[] paths = [.. containers.Select((_, i) => $"{codec}-{channels}-{i}.wav")];
        var noise = await NoiseAsync(channels, wide: apart == 0);
        await tools.RunAsync("ffmpeg", ["-v", "error", "-y", "-i", noise, .. containers.SelectMany((c, i) => Words($"-c:a {codec} {c} {paths[i]}"))]);

        var theirs = await DecodedAsync(paths[0]);
        foreach (var path in paths)
        {
            AssertApart(apart, theirs, await ReadAsync(path, format, channels, notice: null));
        }
    }

    /// <summary>What is not to be read back by ffmpeg 5 in two of three cases.</summary>
    [Theory]
    [InlineData("wav", "")]
    [InlineData("wav", "-rf64 always")]
    [InlineData("w64", "")]
    public async Task WhatFfmpegWritesIntoAPipeGoesOnToTheEnd(string container, string options)
    {
        var noise = await NoiseAsync(2, wide: false);
        var bytes = await tools.RunAsync("ffmpeg", ["-v", "error", "-i", noise, "-c:a", "pcm_s16le", .. Words(options), "-f", container, "-"]);
        var path = $"pipe-{container}{options.Length}.wav";
        await File.WriteAllBytesAsync(Path.Combine(tools.Folder, path), bytes, TestContext.Current.CancellationToken);

        AssertApart(0, await DecodedAsync(noise), await ReadAsync(path, SampleFormat.Pcm16, 2, "the data size is not set; samples are read to the end of the file"));
        var opening = await WavReader.OpenAsync(new PipedSource(bytes), TestContext.Current.CancellationToken);
        Assert.False(Assert.IsType<WavHeader.Readable>(opening.Header).FramesKnown);
    }

    [Theory]
    [InlineData("-b 8", SampleFormat.Pcm8)]
    [InlineData("-b 16", SampleFormat.Pcm16)]
    [InlineData("-b 24", SampleFormat.Pcm24)]
    [InlineData("-b 32", SampleFormat.Pcm32)]
    [InlineData("-e a-law", SampleFormat.ALaw)]
    [InlineData("-e mu-law", SampleFormat.MuLaw)]
    public async Task EveryFormatThatSoxWritesIsRead(string options, SampleFormat format)
    {
        var path = $"sox-{format}.wav";
        await tools.RunAsync("sox", ["-D", await NoiseAsync(2, wide: true), .. Words(options), path]);

        AssertApart(0, await DecodedAsync(path), await ReadAsync(path, format, 2, notice: null));
    }

    [Theory]
    [InlineData("adpcm_ms", "Microsoft ADPCM")]
    [InlineData("adpcm_ima_wav", "IMA ADPCM")]
    [InlineData("libmp3lame", "MP3")]
    [InlineData("flac", "FLAC")]
    public async Task CompressedSoundIsLeftToADecoderByName(string codec, string name)
    {
        await tools.RunAsync("ffmpeg", "-v", "error", "-y", "-i", await NoiseAsync(2, wide: false), "-c:a", codec, $"{codec}.wav");

        var fault = Assert.IsType<WavHeader.Unreadable>(await WavBytes.HeaderOf(await Read($"{codec}.wav")));
        Assert.True(fault.MayDecode);
        Assert.Contains($"({name})", fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SampleFormat.ALaw, "al")]
    [InlineData(SampleFormat.MuLaw, "ul")]
    public async Task EveryCodeOfTelephonyIsWhatSoxMakesOfIt(SampleFormat format, string name)
    {
        byte[] codes = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        await File.WriteAllBytesAsync(Path.Combine(tools.Folder, $"codes.{name}"), codes, TestContext.Current.CancellationToken);
        var decoded = await tools.RunAsync("sox", "-D", "-r", "8000", "-c", "1", $"codes.{name}", "-t", "s16", "-");

        Assert.Equal(MemoryMarshal.Cast<byte, short>(decoded).ToArray(), Convert(codes, format));
    }

    /// <summary>As many samples as were written; in RF64 and Wave64, ffmpeg counts, and reads, what fills up the chunk too.</summary>
    private async Task<short[]> ReadAsync(string path, SampleFormat format, int channels, string? notice)
    {
        var file = await Read(path);
        var header = await WavBytes.ReadableOf(file);
        Assert.Equal((format, channels, 44_100, notice), (header.Format, header.Channels, header.SampleRate, header.Notice));
        var filled = file[..4] switch { [(byte)'R', (byte)'I', ..] => 0, [(byte)'R', ..] => 1, _ => 7 };
        Assert.InRange(header.Frames, Frames, Frames + (filled / header.BytesPerFrame));
        return Convert(file.AsSpan((int)header.DataOffset, Frames * header.BytesPerFrame), format);
    }

    private async Task<short[]> DecodedAsync(string path) =>
        MemoryMarshal.Cast<byte, short>(await tools.RunAsync("ffmpeg", "-v", "error", "-i", path, "-f", "s16le", "-")).ToArray();

    private static void AssertApart(int most, short[] theirs, short[] ours)
    {
        Assert.Equal(theirs.Length, ours.Length);
        Assert.InRange(ours.Zip(theirs, (a, b) => Math.Abs(a - b)).Max(), 0, most);
    }

    /// <summary>A file to begin with, of 32 bits where low bits are to be cut off, else of 16.</summary>
    private async Task<string> NoiseAsync(int channels, bool wide)
    {
        var name = $"noise-{Guid.NewGuid():N}.wav";
        var bits = wide ? 32 : 16;
        var data = new byte[Frames * channels * bits / 8];
        new Random(channels).NextBytes(data);
        await File.WriteAllBytesAsync(Path.Combine(tools.Folder, name), WavBytes.Usual(data, channels: channels, rate: 44_100, bits: bits), TestContext.Current.CancellationToken);
        return name;
    }

    private Task<byte[]> Read(string name) => File.ReadAllBytesAsync(Path.Combine(tools.Folder, name), TestContext.Current.CancellationToken);

    private static short[] Convert(ReadOnlySpan<byte> samples, SampleFormat format)
    {
        var target = new short[samples.Length / format.Bytes()];
        _ = Int16Samples.Convert(samples, format, target);
        return target;
    }

    private static string[] Words(string options) => options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
