using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using LambdaHooks.Hooks;

namespace LambdaHooks.Aws;

/// <summary>One ranged read, straight into the caller's buffer.</summary>
/// <remarks>A body that ends early, or does not go on for too long, is a fault that tells how far it came, so that the rest can be asked for.</remarks>
/// <param name="uri">Which object.</param>
/// <param name="request">The request for the range.</param>
/// <param name="tag">The version that must be there; null for any.</param>
/// <param name="buffer">Where to.</param>
/// <param name="stallLimit">How long to wait for the next byte.</param>
internal sealed class S3RangeRead(ObjectUri uri, GetObjectRequest request, string? tag, Memory<byte> buffer, TimeSpan stallLimit)
{
    private int arrived;

    /// <summary>Bytes read; fewer than the buffer holds only at the end of the object.</summary>
    public async Task<int> RunAsync(AmazonS3Client client, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        return await S3Faults.GuardAsync(uri, () => ReadAsync(client, patience), cancel, () => arrived).ConfigureAwait(false);
    }

    private async Task<int> ReadAsync(AmazonS3Client client, CancellationTokenSource patience)
    {
        patience.CancelAfter(stallLimit);
        using var response = await client.GetObjectAsync(request, patience.Token).ConfigureAwait(false);
        if (tag is not null && S3Faults.Unquoted(response.ETag) != tag)
        {
            throw new StoreException(StoreFault.Changed, uri);
        }

        if (request.ByteRange.Start > 0 && response.HttpStatusCode != HttpStatusCode.PartialContent)
        {
            throw new IOException("the whole object came where a part was asked for");
        }

        await FillAsync(response.ResponseStream, patience).ConfigureAwait(false);
        return arrived >= Math.Min(response.ContentLength, buffer.Length) ? arrived : throw new IOException("the body was shorter than its length");
    }

    private async Task FillAsync(Stream body, CancellationTokenSource patience)
    {
        while (arrived < buffer.Length)
        {
            patience.CancelAfter(stallLimit);
            var read = await body.ReadAsync(buffer[arrived..], patience.Token).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            arrived += read;
        }
    }
}
