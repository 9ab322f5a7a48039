using LambdaHooks.Timeline;

namespace LambdaHooks.Answers;

/// <summary>
/// What one worker said about one data object: tracks, answers about the whole clip, and a preference between candidates.
/// </summary>
/// <remarks>The worker's name is opaque: it is compared and sorted, never interpreted.</remarks>
/// <param name="Worker">Opaque id of the worker.</param>
public sealed record Answer(string Worker)
{
    /// <summary>Task token the page echoed; null where the page knows none.</summary>
    public string? Token { get; init; }

    /// <summary>Tracks the worker opened or filled.</summary>
    public IReadOnlyList<Track> Tracks { get; init; } = [];

    /// <summary>Answers to whole-clip questions, by question.</summary>
    public IReadOnlyDictionary<string, ClipAnswer> Clip { get; init; } = NoClipAnswers;

    /// <summary>Preference between candidates; null where none was asked or given.</summary>
    public Preference? Preference { get; init; }

    private static IReadOnlyDictionary<string, ClipAnswer> NoClipAnswers { get; } = new Dictionary<string, ClipAnswer>();
}
