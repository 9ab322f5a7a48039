using System.Buffers.Binary;
using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>Walks the top-level boxes of an MP4 or QuickTime file.</summary>
/// <remarks>
/// Source: ISO/IEC 14496-12, 4.2: a box begins with its size (32 bits, big-endian) and type; size 1 means that 64 bits of size follow,
/// size 0 that the box reaches to the end of the file.
/// </remarks>
internal static class BoxWalk
{
    /// <summary>Each may cost a read, and over a network a request.</summary>
    private const int MostBoxes = 64;

    /// <summary>True where <c>moov</c> comes before the first <c>mdat</c>, so that the file can be read as it comes; false where not, or where neither is found.</summary>
    public static async Task<bool> TablesComeFirstAsync(IByteSource source, CancellationToken cancel)
    {
        var window = new ByteWindow(source);
        var offset = 0L;
        for (var i = 0; i < MostBoxes && offset < source.Length; i++)
        {
            var head = await window.ReadAsync(offset, 16, cancel).ConfigureAwait(false);
            if (head.Length < 8 || head.Span[4..8].SequenceEqual("mdat"u8))
            {
                return false;
            }

            if (head.Span[4..8].SequenceEqual("moov"u8))
            {
                return true;
            }

            var size = SizeOf(head.Span);
            if (size < 8 || size > source.Length - offset)
            {
                return false;
            }

            offset += size;
        }

        return false;
    }

    /// <summary>Bytes of the box; below 8 where it reaches to the end of the file or its size is none.</summary>
    private static long SizeOf(ReadOnlySpan<byte> head) => BinaryPrimitives.ReadUInt32BigEndian(head) switch
    {
        1 => head.Length < 16 ? 0 : BinaryPrimitives.ReadInt64BigEndian(head[8..]),
        var size => size,
    };
}
