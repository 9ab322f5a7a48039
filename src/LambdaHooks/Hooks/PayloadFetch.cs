using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>Gets a request's payload, from the request itself or from where it lies.</summary>
internal static class PayloadFetch
{
    private const long MostBytes = 1L << 30;

    /// <summary>The payload's bytes.</summary>
    /// <exception cref="HookException">It cannot be read.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(PostAnnotationRequest asked, IObjectStore jobStore, CancellationToken cancel)
    {
        if (asked.InlinePayload is not null)
        {
            return asked.InlinePayload;
        }

        if (!ObjectUri.TryParse(asked.PayloadUri, out var uri))
        {
            throw new HookException("payload.s3Uri", "is not s3://bucket/key");
        }

        try
        {
            return await jobStore.ReadAllAsync(uri, MostBytes, cancel).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            throw new HookException("payload.s3Uri", e.Message);
        }
    }
}
