using System.Buffers;

namespace LambdaHooks.Datasets;

/// <summary>Bytes that gather in pieces, so that growing never needs room for both the old and the new.</summary>
internal sealed class ChunkedBytes : IBufferWriter<byte>
{
    private const int FirstBytes = 1 << 12;
    private const int ChunkBytes = 1 << 20;

    private readonly List<ReadOnlyMemory<byte>> full = [];
    private byte[] chunk = [];
    private int used;

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, chunk.Length - used);
        used += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(1, sizeHint));
        return chunk.AsMemory(used);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>All bytes so far, copied into one piece.</summary>
    public byte[] ToArray()
    {
        var all = new byte[full.Sum(c => (long)c.Length) + used];
        var place = 0;
        foreach (var part in full.Append(chunk.AsMemory(0, used)))
        {
            part.CopyTo(all.AsMemory(place));
            place += part.Length;
        }

        return all;
    }

    private void Reserve(int size)
    {
        if (chunk.Length - used < size)
        {
            full.Add(chunk.AsMemory(0, used));
            (chunk, used) = (new byte[Math.Max(size, chunk.Length == 0 ? FirstBytes : ChunkBytes)], 0);
        }
    }
}
