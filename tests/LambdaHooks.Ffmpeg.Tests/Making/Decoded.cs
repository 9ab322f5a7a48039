using System.Buffers.Binary;
using System.Runtime.InteropServices;
using LambdaHooks.Ffmpeg.Tests.Programs;
using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg.Tests.Making;

/// <summary>A medium decoded to its end.</summary>
internal sealed record Decoded(int Channels, int Rate, byte[] Samples, DecodeEnd End)
{
    public static readonly FfmpegSettings Settings = new() { SearchPath = new System.Diagnostics.ProcessStartInfo().EnvironmentVariables["PATH"] };

    public double Seconds => Samples.Length / 2.0 / Channels / Rate;

    /// <summary>Decodes bytes that are in no file.</summary>
    public static Task<Decoded> BytesAsync(string path, FfmpegSettings? settings = null) =>
        OfAsync(new MemorySource(File.ReadAllBytes(path)), MediaFolder.TypeOf(path), settings);

    public static async Task<Decoded> OfAsync(IByteSource source, MediaType type, FfmpegSettings? settings = null)
    {
        await Installed.FfmpegAsync();
        await using var sound = await new FfmpegDecoder(settings ?? Settings).DecodeAsync(source, type, TestContext.Current.CancellationToken);
        using var wav = new MemoryStream();
        await sound.Wav.CopyToAsync(wav, TestContext.Current.CancellationToken);
        return Of(wav.ToArray(), await sound.EndAsync());
    }

    /// <summary>What ffmpeg makes of a file by itself.</summary>
    public static async Task<byte[]> DirectlyAsync(string path) =>
        (await ToolRun.OfAsync(await Installed.FfmpegAsync(), "-nostdin", "-v", "error", "-i", path, "-map", "0:a:0", "-c:a", "pcm_s16le", "-f", "s16le", "-")).Output;

    /// <summary>Seconds of the first sample of the first channel that is half as loud as the loudest.</summary>
    public double ClickAt()
    {
        var samples = MemoryMarshal.Cast<byte, short>(Samples);
        var (loudest, first) = (0, -1);
        for (var i = 0; i < samples.Length; i += Channels)
        {
            loudest = Math.Max(loudest, Math.Abs((int)samples[i]));
        }

        for (var i = 0; i < samples.Length && first < 0; i += Channels)
        {
            first = Math.Abs((int)samples[i]) * 2 >= loudest ? i / Channels : -1;
        }

        return (double)first / Rate;
    }

    private static Decoded Of(byte[] wav, DecodeEnd end)
    {
        if (wav.Length == 0)
        {
            return new Decoded(0, 0, [], end);
        }

        Assert.Equal("RIFF"u8, wav.AsSpan(0, 4));
        var data = wav.AsSpan(0, Math.Min(wav.Length, 512)).IndexOf("data"u8);
        return new Decoded(BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(22)), BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(24)), wav[(data + 8)..], end);
    }
}
