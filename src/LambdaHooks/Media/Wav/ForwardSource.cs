namespace LambdaHooks.Media;

/// <summary>A stream as bytes at offsets, as far as a stream can be one: each read lies behind the one before.</summary>
/// <remarks>Its length is not known, which <see cref="IByteSource.UnknownLength"/> says; a read that comes back short is the end.</remarks>
/// <param name="stream">The stream, at its start.</param>
internal sealed class ForwardSource(Stream stream) : IByteSource
{
    private const int Skipped = 64 * 1024;

    private long position;

    /// <inheritdoc/>
    public long Length => IByteSource.UnknownLength;

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        if (offset < position)
        {
            throw new InvalidOperationException("A stream cannot be read backwards.");
        }

        if (!await SkipToAsync(offset, cancel).ConfigureAwait(false))
        {
            return 0;
        }

        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel).ConfigureAwait(false);
        position += read;
        return read;
    }

    /// <summary>False where the stream ends before.</summary>
    private async Task<bool> SkipToAsync(long offset, CancellationToken cancel)
    {
        var unwanted = offset > position ? new byte[Skipped] : [];
        while (position < offset)
        {
            var read = await stream.ReadAsync(unwanted.AsMemory(0, (int)Math.Min(unwanted.Length, offset - position)), cancel).ConfigureAwait(false);
            if (read == 0)
            {
                return false;
            }

            position += read;
        }

        return true;
    }
}
