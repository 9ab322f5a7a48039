using System.Text;
using LambdaHooks.Interop.Tests.Programs;

namespace LambdaHooks.Interop.Tests.Media;

/// <summary>Peaks and audiowaveform's two files of them, byte by byte from its documentation.</summary>
/// <param name="SampleRate">Frames a second.</param>
/// <param name="SamplesPerPixel">Frames behind a peak.</param>
/// <param name="Channels">Rows of a peak.</param>
/// <param name="Bits">8 or 16.</param>
/// <param name="Pairs">Minimum and maximum of each row of each peak.</param>
internal sealed record Waveform(int SampleRate, int SamplesPerPixel, int Channels, int Bits, short[] Pairs)
{
    public int Length => Pairs.Length / (2 * Channels);

    /// <summary>Random peaks, with both ends of the range among them.</summary>
    public static Waveform Random(int channels, int bits, int length, int seed)
    {
        var random = new Random(seed);
        var (least, most) = bits == 8 ? (sbyte.MinValue, sbyte.MaxValue) : (short.MinValue, short.MaxValue);
        short[] pairs = [.. Enumerable.Range(0, length * channels).SelectMany(_ => new[] { (short)random.Next(least, most + 1), (short)random.Next(least, most + 1) }.Order())];
        (pairs[0], pairs[^1]) = ((short)least, (short)most);
        return new Waveform(16_000, 256, channels, bits, pairs);
    }

    /// <summary>Version 1 has no field for channels, so it stands for one.</summary>
    public byte[] ToDat(int version)
    {
        using var file = new MemoryStream();
        using var to = new BinaryWriter(file);
        to.Write(version);
        to.Write(Bits == 8 ? 1u : 0u);
        to.Write(SampleRate);
        to.Write(SamplesPerPixel);
        to.Write((uint)Length);
        if (version == 2)
        {
            to.Write(Channels);
        }

        foreach (var value in Pairs)
        {
            Write(to, value);
        }

        return file.ToArray();
    }

    public string ToJson() => new StringBuilder()
        .Append($"{{\"version\":2,\"channels\":{Channels},\"sample_rate\":{SampleRate},\"samples_per_pixel\":{SamplesPerPixel},")
        .Append($"\"bits\":{Bits},\"length\":{Length},\"data\":[{string.Join(',', Pairs)}]}}\n").ToString();

    /// <summary>Every so many peaks as one; the last may stand for fewer.</summary>
    public Waveform Coarser(int times) => this with
    {
        SamplesPerPixel = SamplesPerPixel * times,
        Pairs = [.. Pairs.Chunk(2 * Channels).Chunk(times).SelectMany(peaks => Enumerable.Range(0, Channels).SelectMany(c => new[] { peaks.Min(p => p[2 * c]), peaks.Max(p => p[(2 * c) + 1]) }))],
    };

    /// <summary>What a reader should see.</summary>
    public SeenWaveform Seen() => new(SampleRate, SamplesPerPixel, Bits, Length, [.. Enumerable.Range(0, Channels).Select(c => new SeenChannel(Row(2 * c), Row((2 * c) + 1)))]);

    private int[] Row(int first) => [.. Pairs.Where((_, i) => i % (2 * Channels) == first).Select(v => (int)v)];

    private void Write(BinaryWriter to, short value)
    {
        if (Bits == 8)
        {
            to.Write((sbyte)value);
        }
        else
        {
            to.Write(value);
        }
    }
}
