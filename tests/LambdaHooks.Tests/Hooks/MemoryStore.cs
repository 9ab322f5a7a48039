using System.Collections.Concurrent;
using System.Security.Cryptography;
using LambdaHooks.Hooks;

namespace LambdaHooks.Tests.Hooks;

/// <summary>Objects in memory, for tests that run thousands of invocations.</summary>
internal sealed class MemoryStore : IObjectStore
{
    private readonly ConcurrentDictionary<ObjectUri, byte[]> objects = new();

    public IEnumerable<ObjectUri> Uris => objects.Keys;

    public byte[] this[ObjectUri uri]
    {
        get => objects.TryGetValue(uri, out var bytes) ? bytes : throw new StoreException(StoreFault.Missing, uri);
        set => objects[uri] = value;
    }

    public Task<ObjectFacts> HeadAsync(ObjectUri uri, CancellationToken cancel) => Task.FromResult(new ObjectFacts(this[uri].Length, TagOf(this[uri])));

    public Task<int> ReadAsync(ObjectUri uri, string? tag, long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        var bytes = this[uri];
        if (tag is not null && tag != TagOf(bytes))
        {
            throw new StoreException(StoreFault.Changed, uri);
        }

        var read = (int)Math.Min(buffer.Length, Math.Max(0, bytes.Length - offset));
        bytes.AsMemory((int)Math.Min(offset, bytes.Length), read).CopyTo(buffer);
        return Task.FromResult(read);
    }

    public Task<byte[]> ReadAllAsync(ObjectUri uri, long limit, CancellationToken cancel) =>
        this[uri].Length > limit ? throw new StoreException(StoreFault.TooLarge, uri) : Task.FromResult(this[uri]);

    public Task WriteAsync(ObjectUri uri, ReadOnlyMemory<byte> content, string contentType, string? kmsKeyId, CancellationToken cancel)
    {
        this[uri] = content.ToArray();
        return Task.CompletedTask;
    }

    private static string TagOf(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}
