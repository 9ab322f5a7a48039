namespace LambdaHooks.Media;

/// <summary>Small reads of a source through one remembered block, so that walking a header costs few requests.</summary>
internal sealed class ByteWindow(IByteSource source)
{
    /// <summary>Bytes of one read.</summary>
    public const int Bytes = 64 * 1024;

    private readonly byte[] block = new byte[Bytes];
    private long start;
    private int length;

    /// <summary>Bytes at an offset: <paramref name="count"/> of them, fewer at the end of the source. Valid until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(long offset, int count, CancellationToken cancel)
    {
        if (offset >= source.Length)
        {
            return default;
        }

        var wanted = (int)Math.Min(count, source.Length - offset);
        if (offset < start || offset + wanted > start + length)
        {
            start = offset;
            length = await source.ReadAsync(offset, block, cancel).ConfigureAwait(false);
        }

        var from = (int)(offset - start);
        return block.AsMemory(from, Math.Min(wanted, length - from));
    }
}
