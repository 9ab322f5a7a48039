using LambdaHooks.Hooks;
using LambdaHooks.Media;

namespace LambdaHooks.Cli.Peaks;

/// <summary>An object as bytes; every read insists on the version first seen.</summary>
internal sealed class StoredObject(IObjectStore store, ObjectUri uri, ObjectFacts facts) : IByteSource
{
    public long Length => facts.Length;

    public static async Task<StoredObject> OpenAsync(IObjectStore store, ObjectUri uri, CancellationToken cancel) =>
        new(store, uri, await store.HeadAsync(uri, cancel).ConfigureAwait(false));

    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        var wanted = (int)Math.Min(buffer.Length, Math.Max(0, Length - offset));
        return wanted == 0 ? 0 : await store.ReadAsync(uri, facts.Tag, offset, buffer[..wanted], cancel).ConfigureAwait(false);
    }
}
