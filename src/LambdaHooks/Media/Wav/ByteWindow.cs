namespace LambdaHooks.Media;

/// <summary>Small reads of a source through one remembered block, so that walking a header costs few requests.</summary>
/// <remarks>
/// The source is asked for whole blocks, each from where the one before ended or from further ahead: as long as offsets do not fall
/// below the block at hand, a source that can only be read forward will do.
/// </remarks>
internal sealed class ByteWindow(IByteSource source)
{
    private readonly byte[] block = new byte[64 * 1024];
    private long start;
    private int length;

    /// <summary>Where the source ended, once a read came back short.</summary>
    private long end = source.Length;

    /// <summary>Whether the source can be read anywhere, and its length is known.</summary>
    public bool KnowsLength => source.Length != IByteSource.UnknownLength;

    /// <summary>How often the source was read.</summary>
    public int Reads { get; private set; }

    /// <summary>Bytes at an offset: <paramref name="count"/> of them, fewer at the end of the source. Valid until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(long offset, int count, CancellationToken cancel)
    {
        if (offset >= end)
        {
            return default;
        }

        var wanted = (int)Math.Min(count, end - offset);
        if (offset < start || offset + wanted > start + length)
        {
            await MoveAsync(offset, cancel).ConfigureAwait(false);
        }

        return Held(offset, wanted);
    }

    /// <summary>What was read already from an offset on; empty where nothing was. Valid until the next read.</summary>
    public ReadOnlyMemory<byte> Ahead(long offset) => offset < start || offset > start + length ? default : Held(offset, int.MaxValue);

    private ReadOnlyMemory<byte> Held(long offset, int most)
    {
        var from = (int)Math.Min(offset - start, length);
        return block.AsMemory(from, Math.Min(most, length - from));
    }

    private async ValueTask MoveAsync(long offset, CancellationToken cancel)
    {
        var kept = Ahead(offset);
        kept.CopyTo(block);
        (start, length) = (offset, kept.Length);
        Reads++;
        var read = await source.ReadAsync(start + length, block.AsMemory(length), cancel).ConfigureAwait(false);
        end = read < block.Length - length ? start + length + read : end;
        length += read;
    }
}
