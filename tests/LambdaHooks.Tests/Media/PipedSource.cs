using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>Bytes as they come out of a pipe: no length, and what was passed is gone.</summary>
internal sealed class PipedSource(byte[] bytes) : IByteSource
{
    /// <summary>Where the next byte comes from.</summary>
    public long Position { get; private set; }

    public long Length => long.MaxValue;

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        Assert.True(offset >= Position, $"byte {offset} is asked for, {Position} bytes have passed");
        Assert.InRange(buffer.Length, 1, 64 * 1024);
        var count = (int)Math.Clamp(bytes.Length - offset, 0, buffer.Length);
        bytes.AsSpan((int)Math.Min(offset, bytes.Length), count).CopyTo(buffer.Span);
        Position = offset + count;
        return ValueTask.FromResult(count);
    }
}
