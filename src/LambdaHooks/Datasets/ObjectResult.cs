using LambdaHooks.Consolidation;
using LambdaHooks.Timeline;

namespace LambdaHooks.Datasets;

/// <summary>One consolidated data object, with what records need to know about where it came from.</summary>
/// <param name="Job">Name of the labeling job.</param>
/// <param name="ObjectId">Id of the data object.</param>
/// <param name="Consolidated">What its workers came to.</param>
public sealed record ObjectResult(string Job, string ObjectId, Consolidated Consolidated)
{
    /// <summary>Prompt the media were generated from, or null.</summary>
    public string? Prompt { get; init; }

    /// <summary>Id of the prompt, or null.</summary>
    public string? PromptId { get; init; }

    /// <summary>Media of the object, by the id that answers refer to.</summary>
    public IReadOnlyDictionary<string, ResultMedium> Media { get; init; } = new Dictionary<string, ResultMedium>();

    /// <summary>The medium of a track: the one it names, or the only one there is; null where that is not known.</summary>
    public ResultMedium? MediumOf(TrackKey track) =>
        track.Media is not null ? Media.GetValueOrDefault(track.Media) : Media.Count == 1 ? Media.Values.First() : null;
}

/// <summary>One medium that was judged.</summary>
/// <param name="Uri">Where it lies.</param>
/// <param name="Model">What made it, or null.</param>
/// <param name="Duration">Its length, or null where it is not known.</param>
public sealed record ResultMedium(string Uri, string? Model, MediaTime? Duration);
