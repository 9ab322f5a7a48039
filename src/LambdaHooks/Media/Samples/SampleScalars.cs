using System.Buffers.Binary;

namespace LambdaHooks.Media;

/// <summary>The arithmetic of <see cref="Int16Samples"/>, one sample at a time: what the vectors are measured against.</summary>
internal static class SampleScalars
{
    /// <summary>Converts as many samples as there is room for.</summary>
    public static void Convert(ReadOnlySpan<byte> samples, SampleFormat format, Span<short> target)
    {
        var width = format.Bytes();
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = Sample(samples.Slice(i * width, width), format);
        }
    }

    private static short Sample(ReadOnlySpan<byte> bytes, SampleFormat format) => format switch
    {
        SampleFormat.Pcm8 => (short)((bytes[0] - 128) * 256),
        SampleFormat.Pcm16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        SampleFormat.Pcm24 => BinaryPrimitives.ReadInt16LittleEndian(bytes[1..]),
        SampleFormat.Pcm32 => BinaryPrimitives.ReadInt16LittleEndian(bytes[2..]),
        SampleFormat.Ieee32 => FromFloat(BinaryPrimitives.ReadSingleLittleEndian(bytes)),
        SampleFormat.Ieee64 => FromFloat((float)BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
        SampleFormat.ALaw => G711.ALaw(bytes[0]),
        _ => G711.MuLaw(bytes[0]),
    };

    private static short FromFloat(float value) => float.IsNaN(value) ? (short)0 : (short)(Math.Clamp(value, -1f, 1f) * short.MaxValue);
}
