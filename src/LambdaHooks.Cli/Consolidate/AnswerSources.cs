namespace LambdaHooks.Cli.Consolidate;

/// <summary>Finds the answers of a job: Ground Truth's output folder at a folder or below it, payload files, or one payload file.</summary>
/// <remarks>
/// Layout: SageMaker developer guide, "Output data": <c>annotations/worker-response/iteration-N/{datasetObjectId}/*.json</c>; what the
/// post-annotation function was given lies under <c>annotations/consolidated-annotation/consolidation-request/iteration-N/</c>.
/// </remarks>
internal static class AnswerSources
{
    /// <summary>A job lies no deeper below the folder that is named; a whole disk is not searched.</summary>
    private const int DeepestJob = 6;

    /// <summary>The answers at a path.</summary>
    /// <exception cref="UsageException">There are none, or those of several jobs.</exception>
    public static IAnswerSource Find(string path)
    {
        if (File.Exists(path))
        {
            return new PayloadFiles(Path.GetFileNameWithoutExtension(path), [path], null);
        }

        if (!Directory.Exists(path))
        {
            throw new UsageException($"There is no folder or file {path}.");
        }

        var jobs = AnnotationFolders(path);
        return jobs.Length switch
        {
            0 => PayloadsIn(path),
            1 => OfJob(jobs[0]),
            _ => throw new UsageException($"{path} holds several jobs; name one: {string.Join(", ", jobs.Take(10).Select(j => JobFolder(j)))}"),
        };
    }

    private static PayloadFiles PayloadsIn(string folder)
    {
        string[] files = [.. JobFiles.JsonIn(folder)];
        return files.Length == 0
            ? throw new UsageException($"{folder} holds no answers: neither annotations of a job nor payload files (*.json).")
            : new PayloadFiles(NameOf(folder), files, null);
    }

    private static IAnswerSource OfJob(string annotations)
    {
        var folder = JobFolder(annotations);
        var manifest = Path.Combine(folder, "manifests", "output", "output.manifest");
        var known = File.Exists(manifest) ? manifest : null;
        string[] requests = [.. RequestsOf(annotations)];
        return requests.Length > 0
            ? new PayloadFiles(NameOf(folder), requests, known)
            : new WorkerResponses(NameOf(folder), ResponseFolder(annotations), known);
    }

    /// <summary>
    /// Folders that hold annotations, the nearest there are: what lies deeper may be what an earlier run of this command wrote into the
    /// job's folder.
    /// </summary>
    private static string[] AnnotationFolders(string folder)
    {
        string[] level = [folder];
        for (var depth = 0; depth <= DeepestJob && level.Length > 0; depth++)
        {
            string[] found = [.. level.Where(HoldsAnnotations).Order(StringComparer.Ordinal)];
            if (found.Length > 0)
            {
                return found;
            }

            level = [.. level.SelectMany(FoldersIn)];
        }

        return [];
    }

    private static IEnumerable<string> FoldersIn(string folder) =>
        Directory.EnumerateDirectories(folder).Where(f => !Path.GetFileName(f).StartsWith('.') && new DirectoryInfo(f).LinkTarget is null);

    private static bool HoldsAnnotations(string folder) =>
        RequestsOf(folder).Any() || (Directory.Exists(ResponseFolder(folder)) && JobFiles.IterationsIn(ResponseFolder(folder)).Any());

    private static IEnumerable<string> RequestsOf(string annotations)
    {
        var folder = Path.Combine(annotations, "consolidated-annotation", "consolidation-request");
        return Directory.Exists(folder) ? JobFiles.IterationsIn(folder).SelectMany(JobFiles.JsonIn) : [];
    }

    private static string ResponseFolder(string annotations) => Path.Combine(annotations, "worker-response");

    private static string JobFolder(string annotations) =>
        Path.GetFileName(Path.GetFullPath(annotations)) == "annotations" ? Path.GetDirectoryName(Path.GetFullPath(annotations))! : Path.GetFullPath(annotations);

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
}
