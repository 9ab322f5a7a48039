using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg.Tests.Making;

/// <summary>Bytes that only the product's own ways can reach.</summary>
internal class MemorySource(byte[] bytes) : IByteSource
{
    private int reads;

    public long Length => bytes.Length;

    /// <summary>How often it was read.</summary>
    public int Reads => reads;

    public virtual async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        await Task.Yield();
        Interlocked.Increment(ref reads);
        var count = (int)Math.Min(buffer.Length, bytes.Length - offset);
        bytes.AsMemory((int)offset, count).CopyTo(buffer);
        return count;
    }
}

/// <summary>A file of this machine that may be opened.</summary>
internal sealed class FileSource(string path) : MemorySource(File.ReadAllBytes(path)), ILocalFile
{
    public string? Path => path;
}

/// <summary>A source that fails from an offset on.</summary>
internal sealed class FailingSource(byte[] bytes, long from) : MemorySource(bytes)
{
    public override ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel) =>
        offset >= from ? throw new InvalidOperationException("the store said no") : base.ReadAsync(offset, buffer, cancel);
}
