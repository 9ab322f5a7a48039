using LambdaHooks.Benchmarks.Programs;

namespace LambdaHooks.Benchmarks;

/// <summary>Folders that stand for buckets.</summary>
internal static class LocalBuckets
{
    public const string Media = "media";

    /// <summary>The environment of a function over folders below one.</summary>
    public static IReadOnlyDictionary<string, string> Settings(string folder, string? media = null) => new Dictionary<string, string>(Python.Account)
    {
        ["LOCAL_BUCKETS"] = $"lambdahooks-samples={Workspace.Checkout("samplemanifests", "media")};{Media}={media ?? folder};labels={Path.Combine(folder, "labels")};state={Path.Combine(folder, "state")}",
        ["STATE_LOCATION"] = "s3://state/lambdahooks",
        ["MEDIA_BUCKETS"] = $"lambdahooks-samples,{Media}",
    };
}
