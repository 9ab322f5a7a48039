using LambdaHooks.Media;

namespace LambdaHooks.Hooks;

/// <summary>A medium in a store, as the bytes that <c>Media</c> reads; every read insists on the version first seen.</summary>
/// <remarks>
/// A store that cannot be reached is asked again, from the byte where it stopped. An object that was replaced never is: what was read
/// of the old version is worth nothing.
/// </remarks>
/// <param name="store">Where it lies.</param>
/// <param name="uri">Its place.</param>
/// <param name="facts">Its length, and the version to insist on.</param>
/// <param name="clock">Times the waits between attempts.</param>
public sealed class StoredMedium(IObjectStore store, ObjectUri uri, ObjectFacts facts, TimeProvider clock) : IByteSource
{
    private StoreException? failure;

    /// <inheritdoc/>
    public long Length => facts.Length;

    /// <summary>Looks a medium up.</summary>
    /// <param name="store">Where it lies.</param>
    /// <param name="uri">Its place.</param>
    /// <param name="clock">Times the waits between attempts.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="StoreException">There is no such object, or it cannot be reached.</exception>
    public static async Task<StoredMedium> OpenAsync(IObjectStore store, ObjectUri uri, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new(store, uri, await store.HeadAsync(uri, cancel).ConfigureAwait(false), clock);
    }

    /// <inheritdoc/>
    /// <exception cref="StoreException">The object was replaced, or the store cannot be reached however often it is asked.</exception>
    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        var wanted = buffer[..(int)Math.Min(buffer.Length, Math.Max(0, facts.Length - offset))];
        var waits = new RetryWaits(offset);
        for (var done = 0; done < wanted.Length;)
        {
            var (read, fault) = await TryReadAsync(offset + done, wanted[done..], cancel).ConfigureAwait(false);
            done += read;
            if (fault is not null)
            {
                var wait = waits.Next(read > 0) ?? throw Remember(fault);
                await Task.Delay(wait, clock, cancel).ConfigureAwait(false);
            }
        }

        return wanted.Length;
    }

    /// <summary>Tells of a read that failed for good, for callers whose reader may have taken it for the medium's end.</summary>
    /// <exception cref="StoreException">Such a read.</exception>
    public void ThrowIfFailed()
    {
        if (failure is not null)
        {
            throw failure;
        }
    }

    private async Task<(int Read, StoreException? Fault)> TryReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        try
        {
            var read = await store.ReadAsync(uri, facts.Tag, offset, buffer, cancel).ConfigureAwait(false);
            return (read, read == buffer.Length ? null : new StoreException(StoreFault.Unavailable, uri));
        }
        catch (StoreException e) when (e.Fault == StoreFault.Unavailable)
        {
            return (e.BytesRead, e);
        }
        catch (StoreException e)
        {
            throw Remember(e);
        }
    }

    private StoreException Remember(StoreException fault) => Interlocked.CompareExchange(ref failure, fault, null) ?? fault;
}
