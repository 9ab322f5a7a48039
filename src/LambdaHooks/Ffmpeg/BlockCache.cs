using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>A few blocks of a source, so that reading on and small steps back cost few requests; and a bound on what is fetched in all.</summary>
/// <param name="source">The medium.</param>
/// <param name="mostBytes">Bytes that may be fetched.</param>
internal sealed class BlockCache(IByteSource source, long mostBytes) : IDisposable
{
    /// <summary>Worth the wait of a request to a store across a network.</summary>
    public const int BlockBytes = 4 << 20;

    /// <summary>Picture and sound may be read at two places each.</summary>
    private const int Blocks = 4;

    private readonly LinkedList<(long Start, ReadOnlyMemory<byte> Bytes)> recent = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private long fetched;

    /// <summary>Length of the source.</summary>
    public long Length => source.Length;

    /// <summary>The bytes from an offset to the end of its block.</summary>
    /// <exception cref="DecodeException"><c>decode-limit</c>: more was fetched than may be.</exception>
    /// <exception cref="EndOfStreamException">The source ended before its length.</exception>
    public async Task<ReadOnlyMemory<byte>> FromAsync(long offset, CancellationToken cancel)
    {
        var start = offset - (offset % BlockBytes);
        await turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var bytes = Find(start) ?? await FetchAsync(start, cancel).ConfigureAwait(false);
            return bytes[(int)(offset - start)..];
        }
        finally
        {
            _ = turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private ReadOnlyMemory<byte>? Find(long start)
    {
        for (var node = recent.First; node is not null; node = node.Next)
        {
            if (node.Value.Start == start)
            {
                recent.Remove(node);
                recent.AddFirst(node);
                return node.Value.Bytes;
            }
        }

        return null;
    }

    private async Task<ReadOnlyMemory<byte>> FetchAsync(long start, CancellationToken cancel)
    {
        var block = new byte[Math.Min(BlockBytes, source.Length - start)];
        fetched += block.Length;
        if (fetched > mostBytes)
        {
            throw new DecodeException($"decode-limit: bytes read: finding the sound took more than {mostBytes} bytes of the medium");
        }

        if (await source.ReadAsync(start, block, cancel).ConfigureAwait(false) < block.Length)
        {
            throw new EndOfStreamException("The source ended before its own length.");
        }

        if (recent.Count == Blocks)
        {
            recent.RemoveLast();
        }

        _ = recent.AddFirst((start, block));
        return block;
    }
}
