using System.Runtime.InteropServices;

namespace LambdaHooks.Media;

/// <summary>Stored samples to 16-bit samples; channels stay interleaved as they are.</summary>
/// <remarks>
/// The arithmetic is audiowaveform's over libsndfile. 8-bit samples are (u - 128) × 256; wider integers lose their low bits (floor);
/// 64-bit floats become 32-bit floats, and those are multiplied by 32767 in 32 bits and cut toward zero; A-law and µ-law are
/// decoded by <see cref="G711"/>. Where audiowaveform wraps floats beyond ±1 they are clipped, since a wrapped picture is wrong;
/// not-a-number is silence.
/// </remarks>
internal static class Int16Samples
{
    /// <summary>Converts whole samples.</summary>
    /// <param name="samples">Samples as stored; a last part of a sample is left alone.</param>
    /// <param name="format">How they are stored.</param>
    /// <param name="target">Room for all of them.</param>
    /// <returns>How many samples were written.</returns>
    /// <exception cref="ArgumentException">There is not room for all of them.</exception>
    public static int Convert(ReadOnlySpan<byte> samples, SampleFormat format, Span<short> target)
    {
        var width = format.Bytes();
        var count = samples.Length / width;
        if (target.Length < count)
        {
            throw new ArgumentException($"{count} samples do not fit into {target.Length}.", nameof(target));
        }

        var done = BitConverter.IsLittleEndian ? Fast(samples, format, target[..count]) : 0;
        SampleScalars.Convert(samples[(done * width)..(count * width)], format, target[done..count]);
        return count;
    }

    private static int Fast(ReadOnlySpan<byte> samples, SampleFormat format, Span<short> target)
    {
        if (format != SampleFormat.Pcm16)
        {
            return SampleVectors.Convert(samples, format, target);
        }

        MemoryMarshal.Cast<byte, short>(samples)[..target.Length].CopyTo(target);
        return target.Length;
    }
}
