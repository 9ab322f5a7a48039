using System.Globalization;

namespace LambdaHooks.Cli.Tests.Peaks;

/// <summary>What audiowaveform writes of samples, the plain way: every frame looked at for every peak, every field written one by one.</summary>
/// <param name="SampleRate">Frames a second.</param>
/// <param name="SamplesPerPixel">Frames behind a peak.</param>
/// <param name="Bits">8 or 16.</param>
/// <param name="Rows">A mix, or each channel.</param>
/// <param name="Pairs">Minimum and maximum of each row of each peak, 16-bit.</param>
internal sealed record WaveformOracle(int SampleRate, int SamplesPerPixel, int Bits, int Rows, int[] Pairs)
{
    public static WaveformOracle Of(short[][] rows, int sampleRate, int samplesPerPixel, int bits)
    {
        var frames = rows[0].Length;
        var peaks = Enumerable.Range(0, (frames + samplesPerPixel - 1) / samplesPerPixel).Select(i => (i * samplesPerPixel)..Math.Min(frames, (i + 1) * samplesPerPixel));
        return new(sampleRate, samplesPerPixel, bits, rows.Length, PairsOf(rows, peaks));
    }

    /// <summary>Minimum and maximum of each row in each stretch of frames.</summary>
    public static int[] PairsOf(short[][] rows, IEnumerable<Range> stretches) =>
        [.. stretches.SelectMany(s => rows.SelectMany(r => new int[] { r[s].Min(), r[s].Max() }))];

    public byte[] ToDat()
    {
        using var file = new MemoryStream();
        using var to = new BinaryWriter(file);
        to.Write(Rows == 1 ? 1 : 2);
        to.Write(Bits == 8 ? 1 : 0);
        to.Write(SampleRate);
        to.Write(SamplesPerPixel);
        to.Write(Pairs.Length / (2 * Rows));
        if (Rows > 1)
        {
            to.Write(Rows);
        }

        foreach (var value in Values)
        {
            if (Bits == 8)
            {
                to.Write((sbyte)value);
            }
            else
            {
                to.Write((short)value);
            }
        }

        return file.ToArray();
    }

    public string ToJson() => string.Create(CultureInfo.InvariantCulture,
        $"{{\"version\":2,\"channels\":{Rows},\"sample_rate\":{SampleRate},\"samples_per_pixel\":{SamplesPerPixel},\"bits\":{Bits},\"length\":{Pairs.Length / (2 * Rows)},\"data\":[{string.Join(',', Values)}]}}\n");

    /// <summary>Eight bits are the sixteen over 256, cut toward zero.</summary>
    private IEnumerable<int> Values => Pairs.Select(v => Bits == 8 ? (int)Math.Truncate(v / 256m) : v);
}
