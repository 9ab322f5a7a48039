using System.Runtime.InteropServices;

namespace LambdaHooks.Media;

/// <summary>Stored frames to rows of 16-bit samples, in portions that stay in a core's first cache.</summary>
/// <param name="format">How samples are stored.</param>
/// <param name="rows">Which rows to make.</param>
internal sealed class SampleBlock(SampleFormat format, SoundRows rows)
{
    private const int PortionSamples = 4096;

    private readonly int framesPerPortion = Math.Max(1, PortionSamples / rows.Channels);
    private readonly short[] converted = new short[Math.Max(PortionSamples, rows.Channels)];
    private readonly short[] scratch = new short[Math.Max(1, PortionSamples / rows.Channels)];

    /// <summary>Hands whole frames on.</summary>
    /// <param name="frames">Their bytes.</param>
    /// <param name="consumer">Who takes the rows.</param>
    /// <param name="listener">Who hears all channels; null for nobody.</param>
    public void Feed(ReadOnlySpan<byte> frames, IRowConsumer consumer, IFrameListener? listener)
    {
        unchecked
        {
            var portion = framesPerPortion * rows.Channels * format.Bytes();
            for (var at = 0; at < frames.Length; at += portion)
            {
                var interleaved = Samples(frames.Slice(at, Math.Min(portion, frames.Length - at)));
                listener?.Add(interleaved);
                for (var row = 0; row < rows.Count; row++)
                {
                    consumer.Add(row, rows.Row(interleaved, row, scratch));
                }
            }
        }
    }

    private ReadOnlySpan<short> Samples(ReadOnlySpan<byte> bytes)
    {
        if (format == SampleFormat.Pcm16 && BitConverter.IsLittleEndian)
        {
            return MemoryMarshal.Cast<byte, short>(bytes);
        }

        var samples = converted.AsSpan(0, bytes.Length / format.Bytes());
        _ = Int16Samples.Convert(bytes, format, samples);
        return samples;
    }
}
