namespace LambdaHooks.Media;

/// <summary>Bytes on their way to a stream, gathered so that it is called seldom.</summary>
internal sealed class WaveformOutput(Stream stream)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int filled;

    /// <summary>What can still be written before the next flush.</summary>
    public Span<byte> Free => buffer.AsSpan(filled);

    /// <summary>Counts what was written into <see cref="Free"/>.</summary>
    public void Advance(int count) => filled += count;

    /// <summary>Copies bytes for which there is room.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Free);
        filled += bytes.Length;
    }

    /// <summary>Hands everything gathered to the stream.</summary>
    public async ValueTask FlushAsync(CancellationToken cancel)
    {
        await stream.WriteAsync(buffer.AsMemory(0, filled), cancel).ConfigureAwait(false);
        filled = 0;
    }
}
