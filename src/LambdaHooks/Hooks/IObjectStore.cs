namespace LambdaHooks.Hooks;

/// <summary>Where objects lie: S3, or folders that stand for buckets.</summary>
/// <remarks>Every member throws <see cref="StoreException"/> for what the store refuses, and nothing else but cancellation.</remarks>
public interface IObjectStore
{
    /// <summary>Size and version of an object.</summary>
    Task<ObjectFacts> HeadAsync(ObjectUri uri, CancellationToken cancel);

    /// <summary>Reads a part of an object.</summary>
    /// <param name="uri">Which.</param>
    /// <param name="tag">The version that must still be there; null for any.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="buffer">Where to; filled unless the object ends first.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Bytes read; fewer than the buffer holds only at the end of the object.</returns>
    Task<int> ReadAsync(ObjectUri uri, string? tag, long offset, Memory<byte> buffer, CancellationToken cancel);

    /// <summary>Reads a whole object.</summary>
    /// <param name="uri">Which.</param>
    /// <param name="limit">Most bytes to accept.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<byte[]> ReadAllAsync(ObjectUri uri, long limit, CancellationToken cancel);

    /// <summary>Writes a whole object, replacing one that is there.</summary>
    /// <param name="uri">Which.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="kmsKeyId">Key to encrypt it with; null for the bucket's default.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task WriteAsync(ObjectUri uri, ReadOnlyMemory<byte> content, string contentType, string? kmsKeyId, CancellationToken cancel);
}

/// <summary>Size and version of an object.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Tag">Changes whenever the content does; an entity tag without its quotes.</param>
public sealed record ObjectFacts(long Length, string Tag);

/// <summary>What a store refused.</summary>
public enum StoreFault
{
    /// <summary>There is no such object or bucket.</summary>
    Missing,

    /// <summary>This process may not do that.</summary>
    Denied,

    /// <summary>The object was replaced while it was read.</summary>
    Changed,

    /// <summary>The object is larger than accepted.</summary>
    TooLarge,

    /// <summary>The store did not answer, or answered nonsense.</summary>
    Unavailable,
}

/// <summary>A store refused something. The message names the object and never holds a signature.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Makes the exception.</summary>
    public StoreException(StoreFault fault, ObjectUri uri, Exception? inner = null)
        : base($"{Code(fault)}: {uri} {Phrase(fault)}", inner)
    {
        Fault = fault;
    }

    /// <summary>What was refused.</summary>
    public StoreFault Fault { get; }

    /// <summary>Bytes of a ranged read that had arrived, and lie in the caller's buffer, when it was broken off.</summary>
    public int BytesRead { get; init; }

    private static string Code(StoreFault fault) => fault switch
    {
        StoreFault.Missing => "missing-object",
        StoreFault.Denied => "access-denied",
        StoreFault.Changed => "object-changed",
        StoreFault.TooLarge => "object-too-large",
        _ => "store-unavailable",
    };

    private static string Phrase(StoreFault fault) => fault switch
    {
        StoreFault.Missing => "does not exist",
        StoreFault.Denied => "may not be read or written by this role",
        StoreFault.Changed => "was replaced while it was read",
        StoreFault.TooLarge => "is larger than accepted",
        _ => "could not be reached",
    };
}
