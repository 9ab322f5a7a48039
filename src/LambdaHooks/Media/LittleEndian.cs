using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LambdaHooks.Media;

/// <summary>16-bit values as peak files store them, whatever order this machine keeps bytes in.</summary>
internal static class LittleEndian
{
    /// <summary>Writes values.</summary>
    /// <returns>Bytes written: two a value.</returns>
    public static int Write(ReadOnlySpan<short> values, Span<byte> target)
    {
        var stored = MemoryMarshal.Cast<byte, short>(target)[..values.Length];
        if (BitConverter.IsLittleEndian)
        {
            values.CopyTo(stored);
        }
        else
        {
            BinaryPrimitives.ReverseEndianness(values, stored);
        }

        return values.Length * sizeof(short);
    }

    /// <summary>Reads as many values as there is room for.</summary>
    public static void Read(ReadOnlySpan<byte> stored, Span<short> values)
    {
        var source = MemoryMarshal.Cast<byte, short>(stored)[..values.Length];
        if (BitConverter.IsLittleEndian)
        {
            source.CopyTo(values);
        }
        else
        {
            BinaryPrimitives.ReverseEndianness(source, values);
        }
    }
}
