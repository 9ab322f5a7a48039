using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>
/// What post-annotation cannot get from its payload, kept by pre-annotation under <c>context/{token}</c>.
/// </summary>
/// <param name="Job">The job's name, lower case.</param>
/// <param name="Source">The line's source, as the payload will name it.</param>
public sealed record TaskContextWire(string Job, string? Source)
{
    /// <summary>Version of this shape.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Prompt the media were generated from.</summary>
    public string? Prompt { get; init; }

    /// <summary>Id of the prompt.</summary>
    public string? PromptId { get; init; }

    /// <summary>Transcript that came with the medium.</summary>
    public string? Transcription { get; init; }

    /// <summary>Media of the task, with what the worker was not told.</summary>
    public IReadOnlyList<ContextMediaWire> Media { get; init; } = [];

    /// <summary>Prefilled tracks, as they came.</summary>
    public JsonElement? Tracks { get; init; }
}

/// <summary>One medium of a task, as post-annotation needs it.</summary>
/// <param name="Id">A candidate's id, or <c>source</c>.</param>
/// <param name="S3Uri">Where it lies, or null.</param>
/// <param name="Model">What made it, or null.</param>
/// <param name="DurationSeconds">Length in seconds, or null where it is not known.</param>
public sealed record ContextMediaWire(string Id, string? S3Uri, string? Model, decimal? DurationSeconds);
