using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media.Fuzzing;

/// <summary>A case as a medium. It never waits, so all that happens to it happens on one thread.</summary>
internal sealed class FuzzSource(FuzzCase of) : IByteSource
{
    public long Length => of.Length;

    /// <summary>How often it was read.</summary>
    public int Reads { get; private set; }

    /// <summary>Bytes that may still be read; beyond that the read is cancelled, as by a deadline.</summary>
    public long Patience { get; set; } = long.MaxValue;

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        Reads++;
        if (offset < 0 || offset > Length)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"The source has {Length} bytes.");
        }

        if (buffer.Length > Patience)
        {
            throw new OperationCanceledException();
        }

        Patience -= buffer.Length;
        var there = (int)Math.Clamp(of.Bytes.Length - offset, 0, buffer.Length);
        of.Bytes.AsSpan((int)Math.Min(offset, of.Bytes.Length), there).CopyTo(buffer.Span);
        if (!of.Sparse)
        {
            return ValueTask.FromResult(there);
        }

        var count = (int)Math.Min(buffer.Length, Length - offset);
        buffer.Span[there..count].Clear();
        return ValueTask.FromResult(count);
    }
}
