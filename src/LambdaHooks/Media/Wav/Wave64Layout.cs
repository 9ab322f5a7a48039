using System.Buffers.Binary;

namespace LambdaHooks.Media;

/// <summary>
/// Chunks of Sony Wave64: a GUID that begins with the name RIFF would have, a size of 64 bits that counts these 24 bytes too, and
/// bodies filled up to multiples of eight.
/// </summary>
/// <remarks>Source: Sony Pictures Digital, <i>Sony Wave64 format</i> (2003).</remarks>
internal sealed class Wave64Layout : ChunkLayout
{
    /// <summary>The GUID a file begins with: <c>riff</c>, in lower case.</summary>
    public static ReadOnlySpan<byte> Riff => [0x72, 0x69, 0x66, 0x66, 0x2E, 0x91, 0xCF, 0x11, 0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00];

    /// <summary>The GUID of its form, 24 bytes in: <c>wave</c>.</summary>
    public static ReadOnlySpan<byte> Wave => [0x77, 0x61, 0x76, 0x65, 0xF3, 0xAC, 0xD3, 0x11, 0x8C, 0xD1, 0x00, 0xC0, 0x4F, 0x8E, 0xDB, 0x8A];

    public override int First => 40;

    public override int HeaderBytes => 24;

    public override int MostPadding => 7;

    /// <summary>Less than its own header is no size, nor are the greatest numbers, which stand there until a program has finished.</summary>
    public override ulong? SizeOf(ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadUInt64LittleEndian(header[16..]) is var size && size < (ulong)HeaderBytes || size is ulong.MaxValue or long.MaxValue
            ? null
            : size - (ulong)HeaderBytes;
}
