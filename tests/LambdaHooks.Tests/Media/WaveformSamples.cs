using CsCheck;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>Waveforms to write and read, and ways to do it.</summary>
internal static class WaveformSamples
{
    /// <summary>What audiowaveform gives for ten frames at 8,000 a second, four to a peak.</summary>
    public static readonly Waveform Mono = new(8000, 4, 1, WaveformBits.Sixteen, new short[] { -255, 256, -32768, 32767, -7, 5 });

    /// <summary>What it gives for nine frames of two channels, two to a peak, each channel a row.</summary>
    public static readonly Waveform Split = new(8000, 2, 2, WaveformBits.Sixteen,
        new short[] { -3, -1, 0, 0, 1, 3, 0, 0, -32768, 32767, -32768, 32767, -20000, 20000, -20000, 20000, 7, 7, 8, 8 });

    private static readonly short[] Corners = [short.MinValue, short.MaxValue, 0, -1, 255, 256, -255, -256];

    public static readonly Gen<Waveform> Any =
        from rate in Gen.Int[1, 200_000]
        from samplesPerPixel in Gen.Int[1, 5000]
        from rows in Gen.Int[1, 5]
        from bits in Gen.Bool.Select(b => b ? WaveformBits.Eight : WaveformBits.Sixteen)
        from peaks in Gen.Int[0, 60]
        from data in Gen.OneOf(Gen.Short, Gen.Int[0, Corners.Length - 1].Select(i => Corners[i])).Array[2 * peaks * rows]
        select new Waveform(rate, samplesPerPixel, rows, bits, bits == WaveformBits.Eight ? Array.ConvertAll(data, v => (short)(v / 256 * 256)) : data);

    /// <summary>What a writer makes of a waveform that comes in portions of so many values.</summary>
    public static async Task<byte[]> WriteAsync(Waveform waveform, Func<Stream, IPeakSink> writer, int portion = 1 << 20)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var file = new MemoryStream();
        var sink = writer(file);
        await sink.BeginAsync(new PeakHead(waveform.SampleRate, waveform.SamplesPerPixel, waveform.Rows, waveform.Length, (long)waveform.Length * waveform.SamplesPerPixel), cancel);
        for (var at = 0; at < waveform.Data.Length; at += portion)
        {
            await sink.AddAsync(waveform.Data.Slice(at, Math.Min(portion, waveform.Data.Length - at)), cancel);
        }

        await sink.EndAsync(cancel);
        return file.ToArray();
    }

    public static Task<byte[]> DatAsync(Waveform waveform, WaveformBits bits, int portion = 1 << 20) => WriteAsync(waveform, file => new WaveformDatWriter(file, bits), portion);

    public static Task<byte[]> JsonAsync(Waveform waveform, WaveformBits bits, int portion = 1 << 20) => WriteAsync(waveform, file => new WaveformJsonWriter(file, bits), portion);

    /// <summary>More values than a writer gathers before it hands them on, far from all alike.</summary>
    public static Waveform Long(int rows, int peaks)
    {
        var data = new short[2 * rows * peaks];
        new Random(7).NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(data.AsSpan()));
        return new Waveform(48_000, 256, rows, WaveformBits.Sixteen, data);
    }
}
