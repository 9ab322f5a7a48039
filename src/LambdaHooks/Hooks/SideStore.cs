using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace LambdaHooks.Hooks;

/// <summary>Keeps what is too large for the response beside the job's output, under names made of its content.</summary>
internal sealed class SideStore(IObjectStore store, ObjectUri? place, string? kmsKeyId)
{
    private readonly ConcurrentDictionary<string, Task<ObjectUri?>> written = new(StringComparer.Ordinal);

    /// <summary>Writes bytes; null where there is no place, writing failed or its time was up.</summary>
    /// <param name="folder">What they are.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="ending">Ending of the name.</param>
    /// <param name="contentType">Their media type.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Where they lie, and their SHA-256 in hex.</returns>
    public async Task<(ObjectUri? Uri, string Sha256)> KeepAsync(string folder, ReadOnlyMemory<byte> bytes, string ending, string contentType, CancellationToken cancel)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var uri = await written.GetOrAdd($"{folder}/{sha256}.{ending}", name => WriteAsync(name, bytes, contentType, cancel)).ConfigureAwait(false);
        return (uri, sha256);
    }

    private async Task<ObjectUri?> WriteAsync(string name, ReadOnlyMemory<byte> bytes, string contentType, CancellationToken cancel)
    {
        if (place is null)
        {
            return null;
        }

        try
        {
            var uri = place.Append(name);
            await store.WriteAsync(uri, bytes, contentType, kmsKeyId, cancel).ConfigureAwait(false);
            return uri;
        }
        catch (Exception)
        {
            return null;
        }
    }
}
