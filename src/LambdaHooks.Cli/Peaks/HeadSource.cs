using LambdaHooks.Media;

namespace LambdaHooks.Cli.Peaks;

/// <summary>The first bytes of a medium, as if it had no more.</summary>
internal sealed class HeadSource(ReadOnlyMemory<byte> head) : IByteSource
{
    public long Length => head.Length;

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        var rest = head[(int)offset..];
        var read = Math.Min(rest.Length, buffer.Length);
        rest[..read].CopyTo(buffer);
        return ValueTask.FromResult(read);
    }
}
