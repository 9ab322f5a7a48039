using System.Globalization;
using LambdaHooks.Aws;
using LambdaHooks.Ffmpeg;
using LambdaHooks.Folders;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;
using LambdaHooks.Media;

namespace LambdaHooks.Function;

/// <summary>Reads a process's settings once; every message names the variable.</summary>
/// <param name="read">The environment.</param>
internal sealed class EnvironmentSettings(Func<string, string?> read)
{
    /// <summary>Settings of the pre-annotation hook.</summary>
    /// <exception cref="HookException">A variable is missing or makes no sense.</exception>
    public PreAnnotationSettings PreAnnotation() => new(
        Place("STATE_LOCATION") ?? throw new HookException("STATE_LOCATION", "is not set; it says where peaks and task contexts are kept, as s3://bucket/prefix"),
        MediaBuckets(),
        UrlLifetime())
    {
        MeasureLoudness = Flag("MEASURE_LOUDNESS"),
        Plan = Text("LOCAL_BUCKETS") is null ? ScanPlan.Remote : ScanPlan.Local,
    };

    /// <summary>Where ffmpeg is; null where nothing but WAV is to be read.</summary>
    public FfmpegSettings? Ffmpeg() => Text("FFMPEG_PATH") is var path && path is "none" ? null
        : new FfmpegSettings { Path = path, SearchPath = Text("PATH"), LibraryPath = Text("LD_LIBRARY_PATH") };

    /// <summary>Settings of the post-annotation hook.</summary>
    /// <exception cref="HookException">A variable makes no sense.</exception>
    public PostAnnotationSettings PostAnnotation() => new()
    {
        State = Place("STATE_LOCATION"),
        Output = Place("OUTPUT_LOCATION") ?? Place("STATE_LOCATION"),
        AssumeJobRole = Flag("ASSUME_JOB_ROLE"),
    };

    /// <summary>How to reach S3 and STS.</summary>
    /// <exception cref="HookException">A variable makes no sense.</exception>
    public S3Settings Aws() => new(Address("AWS_ENDPOINT_URL_S3") ?? Address("AWS_ENDPOINT_URL"), Address("AWS_ENDPOINT_URL_STS") ?? Address("AWS_ENDPOINT_URL"));

    /// <summary>Folders that stand for buckets; null to use S3.</summary>
    /// <exception cref="HookException">The variable makes no sense.</exception>
    public BucketFolders? LocalBuckets() => Text("LOCAL_BUCKETS") is { } mapping ? BucketFolders.Parse(mapping, "LOCAL_BUCKETS") : null;

    /// <summary>Where folders are served, for signed local URLs.</summary>
    public string LocalUrl() => (Address("LOCAL_URL") ?? new Uri(FolderUrlSigner.LocalUrl)).ToString().TrimEnd('/');

    private string? Text(string name) => read(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private ObjectUri? Place(string name) =>
        Text(name) is not { } text ? null
        : ObjectUri.TryParse(text.TrimEnd('/'), out var uri) ? uri
        : throw new HookException(name, "must be s3://bucket/prefix");

    private HashSet<string> MediaBuckets()
    {
        const string name = "MEDIA_BUCKETS";
        var buckets = (Text(name) ?? throw new HookException(name, "is not set; it lists the buckets whose objects may be read and signed, divided by commas"))
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
        return buckets.FirstOrDefault(b => !ObjectUri.IsBucket(b)) is { } odd ? throw new HookException(name, $"'{odd}' is not the name of a bucket") : buckets;
    }

    private TimeSpan UrlLifetime()
    {
        const string name = "URL_LIFETIME_SECONDS";
        if (Text(name) is not { } text)
        {
            return PreAnnotationSettings.DefaultUrlLifetime;
        }

        var most = (int)PreAnnotationSettings.LongestUrlLifetime.TotalSeconds;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 && seconds <= most
            ? TimeSpan.FromSeconds(seconds)
            : throw new HookException(name, $"must be a whole number from 1 to {most}");
    }

    private bool Flag(string name) => Text(name) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw new HookException(name, "must be true or false"),
    };

    private Uri? Address(string name) =>
        Text(name) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
        : throw new HookException(name, "must be an address that begins with http:// or https://");
}
