using LambdaHooks.Hooks;

namespace LambdaHooks.Tests.Hooks;

/// <summary>A store whose ranged reads do something first, such as letting a deadline pass.</summary>
internal sealed class SlowStore(IObjectStore inner) : IObjectStore
{
    /// <summary>Hears of each ranged read: where it begins.</summary>
    public Func<long, Task> BeforeRead { get; set; } = _ => Task.CompletedTask;

    /// <summary>Hears of each write.</summary>
    public Func<ObjectUri, CancellationToken, Task> BeforeWrite { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Bytes of ranged reads.</summary>
    public long BytesRead { get; set; }

    public Task<ObjectFacts> HeadAsync(ObjectUri uri, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return inner.HeadAsync(uri, cancel);
    }

    public async Task<int> ReadAsync(ObjectUri uri, string? tag, long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        await BeforeRead(offset);
        cancel.ThrowIfCancellationRequested();
        BytesRead += buffer.Length;
        return await inner.ReadAsync(uri, tag, offset, buffer, cancel);
    }

    public Task<byte[]> ReadAllAsync(ObjectUri uri, long limit, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return inner.ReadAllAsync(uri, limit, cancel);
    }

    public async Task WriteAsync(ObjectUri uri, ReadOnlyMemory<byte> content, string contentType, string? kmsKeyId, CancellationToken cancel)
    {
        await BeforeWrite(uri, cancel);
        cancel.ThrowIfCancellationRequested();
        await inner.WriteAsync(uri, content, contentType, kmsKeyId, cancel);
    }
}
