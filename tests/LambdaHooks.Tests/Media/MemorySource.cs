using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>Bytes in memory; may claim to be longer than they are, as a file that shrank since somebody looked.</summary>
internal sealed class MemorySource(byte[] bytes, long? claimed = null) : IByteSource
{
    public long Length => claimed ?? bytes.Length;

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var count = (int)Math.Clamp(bytes.Length - offset, 0, buffer.Length);
        bytes.AsSpan((int)Math.Min(offset, bytes.Length), count).CopyTo(buffer.Span);
        return ValueTask.FromResult(count);
    }
}
