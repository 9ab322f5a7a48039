namespace LambdaHooks.Function.Tests;

/// <summary>Settings that make no sense, each beside others that do.</summary>
public static class BadSettings
{
    /// <summary>Handler, variable and value.</summary>
    public static TheoryData<string, string, string> Rows => new()
    {
        { "PreAnnotation", "STATE_LOCATION", "" },
        { "PreAnnotation", "STATE_LOCATION", "   " },
        { "PreAnnotation", "STATE_LOCATION", "state/lambdahooks" },
        { "PreAnnotation", "STATE_LOCATION", "s3://bucket-without-prefix" },
        { "PreAnnotation", "STATE_LOCATION", "s3://Bucket/prefix" },
        { "PreAnnotation", "STATE_LOCATION", "s3://bucket/../prefix" },
        { "PreAnnotation", "MEDIA_BUCKETS", "" },
        { "PreAnnotation", "MEDIA_BUCKETS", "good-bucket,Bad_Bucket" },
        { "PreAnnotation", "MEDIA_BUCKETS", "s3://bucket" },
        { "PreAnnotation", "URL_LIFETIME_SECONDS", "0" },
        { "PreAnnotation", "URL_LIFETIME_SECONDS", "-1" },
        { "PreAnnotation", "URL_LIFETIME_SECONDS", "1.5" },
        { "PreAnnotation", "URL_LIFETIME_SECONDS", "604801" },
        { "PreAnnotation", "URL_LIFETIME_SECONDS", "99999999999999999999" },
        { "PreAnnotation", "URL_LIFETIME_SECONDS", "an hour" },
        { "PreAnnotation", "LOCAL_BUCKETS", "media" },
        { "PreAnnotation", "LOCAL_BUCKETS", "Media=folder" },
        { "PreAnnotation", "LOCAL_BUCKETS", "media=" },
        { "PreAnnotation", "LOCAL_URL", "ftp://127.0.0.1/media" },
        { "PreAnnotation", "LOCAL_URL", "127.0.0.1:8080" },
        { "PreAnnotation", "AWS_ENDPOINT_URL", "localhost" },
        { "PreAnnotation", "AWS_ENDPOINT_URL_S3", "s3.local" },
        { "PreAnnotation", "MEASURE_LOUDNESS", "yes" },
        { "PostAnnotation", "AWS_ENDPOINT_URL_STS", "/sts" },
        { "PostAnnotation", "STATE_LOCATION", "s3://" },
        { "PostAnnotation", "OUTPUT_LOCATION", "out" },
        { "PostAnnotation", "OUTPUT_LOCATION", "https://bucket/prefix" },
        { "PostAnnotation", "ASSUME_JOB_ROLE", "yes" },
        { "PostAnnotation", "ASSUME_JOB_ROLE", "TRUE" },
        { "PostAnnotation", "ASSUME_JOB_ROLE", "0" },
    };
}
