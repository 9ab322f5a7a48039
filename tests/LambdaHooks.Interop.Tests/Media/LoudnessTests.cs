using System.Runtime.InteropServices;
using LambdaHooks.Interop.Tests.Programs;
using LambdaHooks.Media;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Interop.Tests.Media;

/// <summary>Integrated loudness against the <c>ebur128</c> filter of ffmpeg.</summary>
public sealed class LoudnessTests : IDisposable
{
    private const double Tolerance = 0.03;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("loudness-");

    public static TheoryData<string> Clips => [.. Directory.GetFiles(Checkout.Path("samplemanifests", "media", "clips")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Clips))]
    public Task ASampleClipIsAsLoudAsFfmpegHearsIt(string name) => AssertAsLoudAsync(Checkout.Path("samplemanifests", "media", "clips", name));

    [Fact]
    public Task ARecordedSpeechIsAsLoudAsFfmpegHearsIt() => AssertAsLoudAsync(Checkout.SharedData("data", "media", "jfk.flac"));

    /// <summary>Speakers as Microsoft's <c>WAVEFORMATEXTENSIBLE</c> numbers them: quad, 5.0, 5.1 and 7.1 with surrounds at the sides.</summary>
    [Theory]
    [InlineData(4, 0x33)]
    [InlineData(5, 0x37)]
    [InlineData(6, 0x3F)]
    [InlineData(8, 0x63F)]
    public async Task SurroundsCountAsFfmpegCountsThem(int channels, int mask)
    {
        const int rate = 48_000;
        var random = new Random(channels);
        short[] frames = [.. Enumerable.Range(0, 2 * rate * channels).Select(i => (short)random.Next(-3000 * (1 + (i % channels)), 3000 * (1 + (i % channels))))];
        var path = Path.Combine(folder.FullName, "noise.wav");
        await File.WriteAllBytesAsync(path, Extensible(frames, channels, mask, rate), TestContext.Current.CancellationToken);

        Assert.Equal(await FfmpegTool.LoudnessAsync(path, TestContext.Current.CancellationToken), Of(frames, rate, channels)!.Value, Tolerance);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task AssertAsLoudAsync(string path)
    {
        var (rate, channels, frames) = await FfmpegTool.DecodeAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(await FfmpegTool.LoudnessAsync(path, TestContext.Current.CancellationToken), Of(frames, rate, channels)!.Value, Tolerance);
    }

    private static double? Of(short[] frames, int rate, int channels)
    {
        var loudness = new Loudness();
        loudness.Begin(rate, channels);
        loudness.Add(frames);
        return loudness.Integrated();
    }

    private static byte[] Extensible(short[] frames, int channels, int mask, int rate)
    {
        using var file = new MemoryStream();
        using var to = new BinaryWriter(file);
        var bytes = frames.Length * sizeof(short);
        to.Write("RIFF"u8);
        to.Write(60 + bytes);
        to.Write("WAVEfmt "u8);
        to.Write(40);
        to.Write(unchecked((short)0xFFFE));
        to.Write((short)channels);
        to.Write(rate);
        to.Write(rate * channels * sizeof(short));
        to.Write((short)(channels * sizeof(short)));
        to.Write((short)16);
        to.Write((short)22);
        to.Write((short)16);
        to.Write(mask);
        to.Write(new Guid("00000001-0000-0010-8000-00aa00389b71").ToByteArray());
        to.Write("data"u8);
        to.Write(bytes);
        to.Write(MemoryMarshal.AsBytes(frames.AsSpan()));
        return file.ToArray();
    }
}
