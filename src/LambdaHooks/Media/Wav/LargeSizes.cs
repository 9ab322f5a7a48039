using System.Buffers.Binary;

namespace LambdaHooks.Media;

/// <summary>The <c>ds64</c> chunk of RF64 and BW64: sizes that do not fit into 32 bits.</summary>
/// <remarks>
/// Source: EBU Tech 3306 (2009) and ITU-R BS.2088-1. Little-endian.
/// <code>
/// offset  type      field
///      0  u64       size of the file
///      8  u64       size of the data chunk
///     16  u64       sample count
///     24  u32       entries of the table
///     28  n × 12    table: name of a chunk, u64 its size
/// </code>
/// </remarks>
/// <param name="Data">Bytes of samples; null where they are not known.</param>
internal sealed record LargeSizes(ulong? Data)
{
    /// <summary>Bytes that are read at most: more than 64 entries have never been of use.</summary>
    public const int MostBytes = TableOffset + (64 * EntryBytes);

    private const int LeastBytes = 24;
    private const int TableOffset = 28;
    private const int EntryBytes = 12;

    private readonly List<(string Name, ulong Size)> table = [];

    /// <summary>Reads the chunk's body; null where it is too short.</summary>
    public static LargeSizes? Read(ReadOnlySpan<byte> body)
    {
        if (body.Length < LeastBytes)
        {
            return null;
        }

        var data = BinaryPrimitives.ReadUInt64LittleEndian(body[8..]);
        var sizes = new LargeSizes(data is 0 or ulong.MaxValue ? null : data);
        sizes.ReadTable(body);
        return sizes;
    }

    /// <summary>The size of the next chunk of a name, each given once; null where the table has none.</summary>
    public ulong? Take(string name)
    {
        var at = table.FindIndex(e => e.Name == name);
        if (at < 0)
        {
            return null;
        }

        var size = table[at].Size;
        table.RemoveAt(at);
        return size;
    }

    private void ReadTable(ReadOnlySpan<byte> body)
    {
        var claimed = body.Length < TableOffset ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(body[LeastBytes..]);
        for (var at = TableOffset; at + EntryBytes <= body.Length && table.Count < claimed; at += EntryBytes)
        {
            table.Add((ChunkLayout.NameOf(body[at..]), BinaryPrimitives.ReadUInt64LittleEndian(body[(at + 4)..])));
        }
    }
}
