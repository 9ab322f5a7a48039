using System.Text;
using LambdaHooks.Interop.Tests.Programs;
using LambdaHooks.Media;

namespace LambdaHooks.Interop.Tests.Media;

/// <summary>Peaks, as the files that are written of them, and as a reader of those should see them.</summary>
internal static class SomePeaks
{
    /// <summary>Random peaks, with both ends of the range among them.</summary>
    public static Waveform Random(int channels, int bits, int length, int seed)
    {
        var random = new Random(seed);
        var (least, most, step) = bits == 8 ? (sbyte.MinValue, sbyte.MaxValue, 256) : (short.MinValue, short.MaxValue, 1);
        short[] pairs = [.. Enumerable.Range(0, length * channels).SelectMany(_ => new[] { random.Next(least, most + 1), random.Next(least, most + 1) }.Order()).Select(v => (short)(v * step))];
        (pairs[0], pairs[^1]) = ((short)(least * step), (short)(most * step));
        return new Waveform(16_000, 256, channels, (WaveformBits)bits, pairs);
    }

    public static Task<byte[]> ToDatAsync(this Waveform waveform) => WrittenAsync(waveform, to => new WaveformDatWriter(to, waveform.Bits));

    public static async Task<string> ToJsonAsync(this Waveform waveform) => Encoding.ASCII.GetString(await WrittenAsync(waveform, to => new WaveformJsonWriter(to, waveform.Bits)));

    public static async Task<string> ToWavesurferAsync(this Waveform waveform) => Encoding.ASCII.GetString(await WrittenAsync(waveform, to => new WavesurferJsonWriter(to, waveform.Bits)));

    /// <summary>What a reader should see, value by value from the pairs.</summary>
    public static SeenWaveform Seen(this Waveform waveform) => new(
        waveform.SampleRate, waveform.SamplesPerPixel, (int)waveform.Bits, waveform.Length,
        [.. Enumerable.Range(0, waveform.Rows).Select(c => new SeenChannel(Row(waveform, 2 * c), Row(waveform, (2 * c) + 1)))]);

    private static int[] Row(Waveform waveform, int first) =>
        [.. waveform.Data.ToArray().Where((_, i) => i % (2 * waveform.Rows) == first).Select(v => waveform.Bits == WaveformBits.Eight ? v / 256 : v)];

    private static async Task<byte[]> WrittenAsync(Waveform waveform, Func<Stream, IPeakSink> writer)
    {
        using var file = new MemoryStream();
        await waveform.SendAsync(writer(file), TestContext.Current.CancellationToken);
        return file.ToArray();
    }
}
