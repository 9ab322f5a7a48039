using Amazon.Runtime;
using Amazon.S3;

namespace LambdaHooks.Aws;

/// <summary>How to reach S3 and STS.</summary>
/// <param name="S3Endpoint">Address of a server that speaks S3's protocol; null for AWS in the process's region.</param>
/// <param name="StsEndpoint">Address of a server that speaks STS's protocol; null for AWS in the process's region.</param>
public sealed record S3Settings(Uri? S3Endpoint = null, Uri? StsEndpoint = null)
{
    /// <summary>Most connections to S3 at a time: as many as post-annotation has readers; a scan of a medium takes fewer.</summary>
    public const int MostConnections = 16;

    /// <summary>How long a ranged read waits for the next byte before it is broken off: 10 seconds. A slow line is none that stalls.</summary>
    public TimeSpan StallLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whole objects are checked where AWS itself answers; other servers often know no checksums.</summary>
    internal ChecksumMode? ChecksumMode => S3Endpoint is null ? Amazon.S3.ChecksumMode.ENABLED : null;

    /// <summary>A client for S3.</summary>
    /// <param name="credentials">Whose rights to use; null for the process's own.</param>
    internal AmazonS3Client CreateS3(AWSCredentials? credentials)
    {
        var config = new AmazonS3Config
        {
            MaxConnectionsPerServer = MostConnections,

            // A part of an object has no checksum of its own, so checking ranges costs and proves nothing.
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (S3Endpoint is not null)
        {
            config.ServiceURL = S3Endpoint.ToString();
            config.ForcePathStyle = true;

            // Servers that only speak S3's protocol often know no trailing checksums.
            config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
        }

        return credentials is null ? new AmazonS3Client(config) : new AmazonS3Client(credentials, config);
    }
}
