using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Consolidate;

/// <summary>What <c>consolidate</c> was asked for.</summary>
/// <param name="Input">A folder, a payload file, or a manifest.</param>
/// <param name="OutFolder">Where everything goes.</param>
internal sealed record ConsolidateRequest(string Input, string OutFolder)
{
    private const string ManifestEnding = ".manifest";

    /// <summary>Where the answers lie; null for the input, or beside a manifest.</summary>
    public string? Answers { get; init; }

    /// <summary>The manifest; null for the input where it is one, or the one in the job's folder.</summary>
    public string? Manifest { get; init; }

    /// <summary>The job's name; null for that of the folder or file.</summary>
    public string? Job { get; init; }

    /// <summary>Key under which labels go; null for that of the job's output manifest, or the job's name.</summary>
    public string? LabelAttribute { get; init; }

    /// <summary>Where task contexts of the real job are kept, as a folder; null where they are not at hand.</summary>
    public string? State { get; init; }

    /// <summary>Buckets of media, as <c>bucket=folder</c>.</summary>
    public IReadOnlyList<string> Buckets { get; init; } = [];

    /// <summary>What is known before.</summary>
    public JobKnowledge Known { get; init; } = JobKnowledge.Nothing;

    /// <summary>Most objects of the report.</summary>
    public int ReportObjects { get; init; }

    /// <summary>True to call workers W1, W2, … in the report.</summary>
    public bool HideWorkers { get; init; }

    /// <summary>True where the input is a manifest.</summary>
    public bool IsManifest => Input.EndsWith(ManifestEnding, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where to look for answers.</summary>
    public string AnswersPath => Answers ?? (IsManifest
        ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Input))!, "answers", $"{Path.GetFileNameWithoutExtension(Input)}.json")
        : Input);
}
