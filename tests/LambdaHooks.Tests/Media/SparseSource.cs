using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>A file of any length: what it begins with, then zeros, then what it ends with. Remembers where it was read.</summary>
internal sealed class SparseSource(byte[] head, long length, byte[]? tail = null) : IByteSource
{
    private readonly byte[] end = tail ?? [];

    public List<long> Reads { get; } = [];

    public long Length => length;

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        Reads.Add(offset);
        var count = (int)Math.Clamp(length - offset, 0, buffer.Length);
        for (var i = 0; i < count; i++)
        {
            var (at, fromTail) = (offset + i, offset + i - (length - end.Length));
            buffer.Span[i] = at < head.Length ? head[at] : fromTail >= 0 ? end[fromTail] : (byte)0;
        }

        return ValueTask.FromResult(count);
    }
}
