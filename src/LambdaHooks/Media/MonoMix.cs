using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LambdaHooks.Media;

/// <summary>
/// Stored samples to one 16-bit channel.
/// </summary>
/// <remarks>
/// The arithmetic is audiowaveform's: 8-bit samples are (u - 128) × 256, wider integers lose their low bits (floor), floats are
/// multiplied by 32767 and cut toward zero, and channels are summed and divided, cut toward zero. Where audiowaveform wraps
/// floats beyond ±1, they are clipped here, since a wrapped picture is wrong; not-a-number is silence.
/// </remarks>
internal static class MonoMix
{
    /// <summary>Converts whole frames; returns how many samples were written.</summary>
    public static int Convert(ReadOnlySpan<byte> frames, WavHeader.Readable header, Span<short> mono)
    {
        if (header is { Format: SampleFormat.Pcm16, Channels: 1 } && BitConverter.IsLittleEndian)
        {
            var samples = MemoryMarshal.Cast<byte, short>(frames);
            samples.CopyTo(mono);
            return samples.Length;
        }

        var count = frames.Length / header.BytesPerFrame;
        for (var i = 0; i < count; i++)
        {
            mono[i] = Mix(frames.Slice(i * header.BytesPerFrame, header.BytesPerFrame), header.Format, header.BytesPerSample);
        }

        return count;
    }

    private static short Mix(ReadOnlySpan<byte> frame, SampleFormat format, int width)
    {
        var (sum, channels) = (0, 0);
        for (var at = 0; at < frame.Length; at += width)
        {
            sum += Sample(frame.Slice(at, width), format);
            channels++;
        }

        return (short)(sum / channels);
    }

    private static int Sample(ReadOnlySpan<byte> bytes, SampleFormat format) => format switch
    {
        SampleFormat.Pcm8 => (bytes[0] - 128) * 256,
        SampleFormat.Pcm16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        SampleFormat.Pcm24 => BinaryPrimitives.ReadInt16LittleEndian(bytes[1..]),
        SampleFormat.Pcm32 => BinaryPrimitives.ReadInt16LittleEndian(bytes[2..]),
        _ => FromFloat(BinaryPrimitives.ReadSingleLittleEndian(bytes)),
    };

    private static int FromFloat(float value) => float.IsNaN(value) ? 0 : (int)(Math.Clamp(value, -1f, 1f) * short.MaxValue);
}
