using System.Collections.Concurrent;
using LambdaHooks.Hooks;

namespace LambdaHooks.Tests.Hooks;

internal enum Verb
{
    Head,
    Read,
    ReadAll,
    Write,
}

internal sealed record StoreCall(Verb Verb, ObjectUri Uri, string? KmsKeyId);

/// <summary>A store that remembers what it was asked, and fails where a test wants it to.</summary>
internal sealed class ProbeStore(IObjectStore inner) : IObjectStore
{
    private readonly ConcurrentQueue<StoreCall> calls = new();

    public IReadOnlyCollection<StoreCall> Calls => calls;

    /// <summary>What to throw for a call; null to let it through.</summary>
    public Func<Verb, ObjectUri, Exception?> Fault { get; set; } = (_, _) => null;

    public int Count(Verb verb, ObjectUri uri) => calls.Count(c => c.Verb == verb && c.Uri == uri);

    public Task<ObjectFacts> HeadAsync(ObjectUri uri, CancellationToken cancel)
    {
        Note(Verb.Head, uri);
        return inner.HeadAsync(uri, cancel);
    }

    public Task<int> ReadAsync(ObjectUri uri, string? tag, long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        Note(Verb.Read, uri);
        return inner.ReadAsync(uri, tag, offset, buffer, cancel);
    }

    public Task<byte[]> ReadAllAsync(ObjectUri uri, long limit, CancellationToken cancel)
    {
        Note(Verb.ReadAll, uri);
        return inner.ReadAllAsync(uri, limit, cancel);
    }

    public Task WriteAsync(ObjectUri uri, ReadOnlyMemory<byte> content, string contentType, string? kmsKeyId, CancellationToken cancel)
    {
        Note(Verb.Write, uri, kmsKeyId);
        return inner.WriteAsync(uri, content, contentType, kmsKeyId, cancel);
    }

    private void Note(Verb verb, ObjectUri uri, string? kmsKeyId = null)
    {
        calls.Enqueue(new StoreCall(verb, uri, kmsKeyId));
        if (Fault(verb, uri) is { } fault)
        {
            throw fault;
        }
    }
}
