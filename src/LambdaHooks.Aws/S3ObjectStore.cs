using System.Net;
using System.Runtime.InteropServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using LambdaHooks.Hooks;

namespace LambdaHooks.Aws;

/// <summary>Objects in S3.</summary>
/// <remarks>
/// Every ranged read sends <c>If-Match</c> and compares the entity tag that comes back, so that a replaced object is noticed even by
/// servers that ignore the condition.
/// </remarks>
public sealed class S3ObjectStore : IObjectStore, IDisposable
{
    private const int UntoldBlockBytes = 64 * 1024;

    private readonly Lazy<AmazonS3Client> client;
    private readonly S3Settings settings;

    /// <summary>A store with the process's own rights. Nothing is asked of the network until the first use.</summary>
    /// <param name="settings">How to reach S3.</param>
    public S3ObjectStore(S3Settings settings)
        : this(settings, null)
    {
    }

    internal S3ObjectStore(S3Settings settings, AWSCredentials? credentials)
    {
        this.settings = settings;
        client = new(() => settings.CreateS3(credentials));
    }

    /// <summary>The client behind the store, for signing.</summary>
    internal AmazonS3Client Client => client.Value;

    /// <inheritdoc/>
    public async Task<ObjectFacts> HeadAsync(ObjectUri uri, CancellationToken cancel)
    {
        var request = new GetObjectMetadataRequest { BucketName = uri.Bucket, Key = uri.Key };
        var head = await S3Faults.GuardAsync(uri, () => Client.GetObjectMetadataAsync(request, cancel), cancel).ConfigureAwait(false);
        return new ObjectFacts(head.ContentLength, S3Faults.Unquoted(head.ETag));
    }

    /// <inheritdoc/>
    public async Task<int> ReadAsync(ObjectUri uri, string? tag, long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        var request = new GetObjectRequest { BucketName = uri.Bucket, Key = uri.Key, ByteRange = new ByteRange(offset, offset + buffer.Length - 1), EtagToMatch = tag is null ? null : $"\"{tag}\"" };
        try
        {
            return await new S3RangeRead(uri, request, tag, buffer, settings.StallLimit).RunAsync(Client, cancel).ConfigureAwait(false);
        }
        catch (StoreException e) when (e.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.RequestedRangeNotSatisfiable })
        {
            return await ReadBehindTheEndAsync(uri, tag, cancel).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<byte[]> ReadAllAsync(ObjectUri uri, long limit, CancellationToken cancel)
    {
        var request = new GetObjectRequest { BucketName = uri.Bucket, Key = uri.Key, ChecksumMode = settings.ChecksumMode };
        return await S3Faults.GuardAsync(uri, async () =>
        {
            using var response = await Client.GetObjectAsync(request, cancel).ConfigureAwait(false);
            return response.ContentLength > limit
                ? throw new StoreException(StoreFault.TooLarge, uri)
                : await ReadToEndAsync(uri, response, limit, cancel).ConfigureAwait(false);
        }, cancel).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task WriteAsync(ObjectUri uri, ReadOnlyMemory<byte> content, string contentType, string? kmsKeyId, CancellationToken cancel)
    {
        using var body = StreamOf(content);
        var request = new PutObjectRequest
        {
            BucketName = uri.Bucket,
            Key = uri.Key,
            InputStream = body,
            ContentType = contentType,

            // Plain bodies: small objects gain nothing from aws-chunked, and some servers store the chunk marks.
            UseChunkEncoding = false,
        };
        if (kmsKeyId is not null)
        {
            request.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS;
            request.ServerSideEncryptionKeyManagementServiceKeyId = kmsKeyId;
        }

        _ = await S3Faults.GuardAsync(uri, () => Client.PutObjectAsync(request, cancel), cancel).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }

    /// <summary>The whole body. An answer in chunks tells no length, and the SDK says 0 then.</summary>
    private static async Task<byte[]> ReadToEndAsync(ObjectUri uri, GetObjectResponse response, long limit, CancellationToken cancel)
    {
        var told = new byte[response.ContentLength];
        await response.ResponseStream.ReadExactlyAsync(told, cancel).ConfigureAwait(false);
        if (told.Length > 0)
        {
            return told;
        }

        using var untold = new MemoryStream();
        var block = new byte[UntoldBlockBytes];
        while (await response.ResponseStream.ReadAsync(block, cancel).ConfigureAwait(false) is > 0 and var read)
        {
            untold.Write(block, 0, read);
            if (untold.Length > limit)
            {
                throw new StoreException(StoreFault.TooLarge, uri);
            }
        }

        return untold.ToArray();
    }

    /// <summary>The answer to a range behind the end names no version, so the version is asked for.</summary>
    private async Task<int> ReadBehindTheEndAsync(ObjectUri uri, string? tag, CancellationToken cancel) =>
        tag is null || tag == (await HeadAsync(uri, cancel).ConfigureAwait(false)).Tag ? 0 : throw new StoreException(StoreFault.Changed, uri);

    /// <summary>A content of tens of megabytes is not copied.</summary>
    private static MemoryStream StreamOf(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
}
