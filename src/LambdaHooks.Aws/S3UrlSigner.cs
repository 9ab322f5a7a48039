using Amazon.S3;
using Amazon.S3.Model;
using LambdaHooks.Hooks;

namespace LambdaHooks.Aws;

/// <summary>Presigned GET URLs, Signature Version 4 in the query.</summary>
/// <remarks>
/// Source: Amazon S3 API reference, "Authenticating requests: using query parameters". A URL dies with the credentials that signed it,
/// so its end is an upper bound.
/// </remarks>
/// <param name="store">The store whose rights sign.</param>
/// <param name="settings">How browsers reach S3.</param>
/// <param name="clock">The time.</param>
public sealed class S3UrlSigner(S3ObjectStore store, S3Settings settings, TimeProvider clock) : IUrlSigner
{
    /// <inheritdoc/>
    public SignedUrl SignGet(ObjectUri uri, TimeSpan lifetime)
    {
        var notAfter = DateTimeOffset.FromUnixTimeSeconds((clock.GetUtcNow() + lifetime).ToUnixTimeSeconds());
        var url = store.Client.GetPreSignedURL(new GetPreSignedUrlRequest
        {
            BucketName = uri.Bucket,
            Key = uri.Key,
            Verb = HttpVerb.GET,
            Expires = notAfter.UtcDateTime,
            Protocol = settings.S3Endpoint?.Scheme == Uri.UriSchemeHttp ? Protocol.HTTP : Protocol.HTTPS,
        });
        return new SignedUrl(url, notAfter);
    }
}
