using System.Buffers.Binary;

namespace LambdaHooks.Media;

/// <summary>Chunks of RIFF, RF64 and BW64: a name of four characters, a size of 32 bits, and bodies filled up to even lengths.</summary>
internal sealed class RiffLayout : ChunkLayout
{
    /// <summary>Written in place of a size by programs that could not seek, and in RF64 by those that put it into <c>ds64</c>.</summary>
    private const uint NotKnown = uint.MaxValue;

    public override int First => 12;

    public override int HeaderBytes => 8;

    public override int MostPadding => 1;

    public override ulong? SizeOf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) is var size && size == NotKnown ? null : size;
}
