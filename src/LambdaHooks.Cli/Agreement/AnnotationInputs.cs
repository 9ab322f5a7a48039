using LambdaHooks.Datasets.Annotations;

namespace LambdaHooks.Cli.Agreement;

/// <summary>A file to read, and what is known of it before that.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="About">Its source, still without bytes.</param>
internal sealed record AnnotationInput(string Path, AnnotationSource About);

/// <summary>What was named, as single files in a fixed order.</summary>
internal static class AnnotationInputs
{
    private static readonly HashSet<string> Endings = new([".csv", ".tsv", ".rttm", ".textgrid", ".json"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> LabelEndings = new([".txt"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Every file that was named.</summary>
    /// <exception cref="UsageException">Something that was named is not there.</exception>
    public static IReadOnlyList<AnnotationInput> Find(AgreementRequest request)
    {
        (string? Annotator, string Path)[] files = [.. request.Inputs.SelectMany(n => Find(n, EndingsOf(request))).Distinct()];

        // One file each: all are about the one clip. Several: each is about the clip it is named after.
        var severalClips = files.Where(f => f.Annotator is not null).GroupBy(f => f.Annotator).Any(g => g.Count() > 1);
        return [.. files.Select(f => new AnnotationInput(f.Path, About(f.Annotator, f.Path, severalClips, request)))];
    }

    private static AnnotationSource About(string? annotator, string path, bool severalClips, AgreementRequest request)
    {
        var stem = Path.GetFileNameWithoutExtension(path);
        return new AnnotationSource(path, default)
        {
            Annotator = annotator,
            Stem = stem,
            Clip = severalClips && annotator is not null ? stem : "",
            TiersAreTracks = request.TiersAre is { } tiers ? tiers == TierMeaning.Tracks : annotator is not null,
            Matrix = request.Matrix,
        };
    }

    private static IEnumerable<(string? Annotator, string Path)> Find(string named, HashSet<string> endings)
    {
        if (Path.Exists(named))
        {
            return Files(named, endings).Select(f => ((string?)null, f));
        }

        var mark = named.IndexOf('=', StringComparison.Ordinal);
        var (annotator, path) = (named[..Math.Max(0, mark)].Trim(), named[(mark + 1)..]);
        return mark >= 0 && annotator.Length == 0 ? throw new UsageException($"{named}: there is no annotator before the =.")
            : Path.Exists(path) ? Files(path, endings).Select(f => ((string?)annotator, f))
            : throw new UsageException($"There are no annotations {path}.");
    }

    /// <summary>What a folder holds beside annotations is often text, so that is looked at only where it was said to be label tracks.</summary>
    private static HashSet<string> EndingsOf(AgreementRequest request) => request.Format == AnnotationFormat.Labels ? LabelEndings : Endings;

    /// <summary>The file; of a folder those in it whose ending is known.</summary>
    private static string[] Files(string path, HashSet<string> endings)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        string[] files = [.. Directory.EnumerateFiles(path).Where(f => endings.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new UsageException($"There are no annotations in {path}.");
    }
}
