using Amazon.Runtime;
using Amazon.S3;

namespace LambdaHooks.Aws;

/// <summary>How to reach S3 and STS.</summary>
/// <param name="S3Endpoint">Address of a server that speaks S3's protocol; null for AWS in the process's region.</param>
/// <param name="StsEndpoint">Address of a server that speaks STS's protocol; null for AWS in the process's region.</param>
public sealed record S3Settings(Uri? S3Endpoint = null, Uri? StsEndpoint = null)
{
    /// <summary>A client for S3.</summary>
    /// <param name="credentials">Whose rights to use; null for the process's own.</param>
    internal AmazonS3Client CreateS3(AWSCredentials? credentials)
    {
        var config = new AmazonS3Config();
        if (S3Endpoint is not null)
        {
            config.ServiceURL = S3Endpoint.ToString();
            config.ForcePathStyle = true;

            // Servers that only speak S3's protocol often know no trailing checksums.
            config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
            config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;
        }

        return credentials is null ? new AmazonS3Client(config) : new AmazonS3Client(credentials, config);
    }
}
