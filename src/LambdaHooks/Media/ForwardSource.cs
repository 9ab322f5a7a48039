namespace LambdaHooks.Media;

/// <summary>A stream as bytes at offsets, as far as a stream can be one: only forward, save for what the last two small reads gave.</summary>
/// <remarks>Its length is not known, which <see cref="IByteSource.UnknownLength"/> says; a read that comes back short is the end.</remarks>
/// <param name="stream">The stream, at its start.</param>
internal sealed class ForwardSource(Stream stream) : IByteSource
{
    /// <summary>The longest read that is remembered: a header's window, which may have kept some of the one before.</summary>
    private const int Small = ByteWindow.Bytes;

    private readonly byte[] window = new byte[2 * Small];
    private long windowStart;
    private int windowLength;
    private long position;

    /// <inheritdoc/>
    public long Length => IByteSource.UnknownLength;

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        var known = Recall(offset, buffer.Span);
        if (known < buffer.Length)
        {
            await SkipToAsync(offset + known, cancel).ConfigureAwait(false);
            var read = await stream.ReadAtLeastAsync(buffer[known..], buffer.Length - known, throwOnEndOfStream: false, cancel).ConfigureAwait(false);
            position += read;
            known += read;
        }

        Remember(offset, buffer.Span[..known]);
        return known;
    }

    private int Recall(long offset, Span<byte> buffer)
    {
        var from = offset - windowStart;
        if (from < 0 || from >= windowLength)
        {
            return 0;
        }

        var known = window.AsSpan((int)from, Math.Min(buffer.Length, windowLength - (int)from));
        known.CopyTo(buffer);
        return known.Length;
    }

    private void Remember(long offset, ReadOnlySpan<byte> read)
    {
        var fresh = (int)Math.Min(read.Length, position - Math.Max(offset, windowStart + windowLength));
        if (fresh <= 0 || read.Length > Small)
        {
            return;
        }

        var kept = position - fresh == windowStart + windowLength ? Math.Min(windowLength, window.Length - fresh) : 0;
        window.AsSpan(windowLength - kept, kept).CopyTo(window);
        read[^fresh..].CopyTo(window.AsSpan(kept));
        (windowStart, windowLength) = (position - fresh - kept, kept + fresh);
    }

    private async Task SkipToAsync(long offset, CancellationToken cancel)
    {
        if (offset < position)
        {
            throw new InvalidOperationException("A stream cannot be read backwards.");
        }

        var unwanted = offset > position ? new byte[Small] : [];
        while (position < offset)
        {
            var read = await stream.ReadAsync(unwanted.AsMemory(0, (int)Math.Min(unwanted.Length, offset - position)), cancel).ConfigureAwait(false);
            if (read == 0)
            {
                return;
            }

            position += read;
        }
    }
}
