using LambdaHooks.Media;

namespace LambdaHooks.Hooks;

/// <summary>A medium in a store, as the bytes that <c>Media</c> reads; every read insists on the version first seen.</summary>
internal sealed class StoredMedium(IObjectStore store, ObjectUri uri, ObjectFacts facts) : IByteSource
{
    public long Length => facts.Length;

    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        var wanted = (int)Math.Min(buffer.Length, Math.Max(0, facts.Length - offset));
        return wanted == 0 ? 0 : await store.ReadAsync(uri, facts.Tag, offset, buffer[..wanted], cancel).ConfigureAwait(false);
    }
}
