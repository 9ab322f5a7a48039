using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>Peaks the slow way: every sample on its own, every level straight from the samples.</summary>
internal sealed class PeakOracle(byte[] data, WavHeader.Readable header)
{
    private readonly short[] mono = [.. data.Chunk(header.BytesPerFrame).Where(f => f.Length == header.BytesPerFrame).Select(f => Mix(f, header))];

    public IEnumerable<short> Level(int samplesPerPeak) => mono.Chunk(samplesPerPeak).SelectMany(MinMax);

    public IEnumerable<sbyte> Overview()
    {
        var points = Math.Min(mono.Length, 2000);
        return Enumerable.Range(0, points)
            .SelectMany(i => MinMax(mono[(int)((long)mono.Length * i / points)..(int)((long)mono.Length * (i + 1) / points)]))
            .Select(v => (sbyte)Math.Truncate(v / 256.0));
    }

    private static short[] MinMax(short[] samples) => [samples.Min(), samples.Max()];

    private static short Mix(byte[] frame, WavHeader.Readable header) =>
        (short)Math.Truncate(frame.Chunk(header.BytesPerSample).Select(b => Sample(b, header.Format)).Sum() / header.Channels);

    private static double Sample(byte[] bytes, SampleFormat format) => format switch
    {
        SampleFormat.Pcm8 => (bytes[0] - 128) * 256.0,
        SampleFormat.Pcm16 => BitConverter.ToInt16(bytes),
        SampleFormat.Pcm24 => Math.Floor((bytes[0] + (bytes[1] * 256) + (unchecked((sbyte)bytes[2]) * 65_536)) / 256.0),
        SampleFormat.Pcm32 => Math.Floor(BitConverter.ToInt32(bytes) / 65_536.0),
        _ => FullScale(BitConverter.ToSingle(bytes)),
    };

    private static double FullScale(float value) =>
        float.IsNaN(value) ? 0 : value >= 1 ? 32767 : value <= -1 ? -32767 : Math.Truncate(value * 32767f);
}
