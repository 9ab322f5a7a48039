namespace LambdaHooks.GroundTruth;

/// <summary>The name of a labeling job.</summary>
internal static class JobName
{
    /// <summary>
    /// The name in an ARN (<c>…:labeling-job/name</c>), which Ground Truth writes in lower case; the whole text, lowered, where it is no
    /// such ARN, and empty for null. Good for comparing and logging, never for building a path: keys keep the job's own case.
    /// </summary>
    public static string Of(string? arn)
    {
        const string marker = "labeling-job/";
        var at = arn?.LastIndexOf(marker, StringComparison.Ordinal) ?? -1;
        return (at < 0 ? arn ?? "" : arn![(at + marker.Length)..]).ToLowerInvariant();
    }
}
