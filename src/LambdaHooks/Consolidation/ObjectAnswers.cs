using LambdaHooks.Answers;
using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation;

/// <summary>The usable answers of one data object.</summary>
/// <param name="ObjectId">Opaque id of the data object.</param>
/// <param name="Answers">At most one answer a worker, in any order.</param>
public sealed record ObjectAnswers(string ObjectId, IReadOnlyList<Answer> Answers)
{
    private SortedDictionary<TrackKey, TrackAnswers>? tracks;

    /// <summary>
    /// Compares the workers with each other now, where somebody has a core to spare, rather than when the result is first needed.
    /// </summary>
    public ObjectAnswers Measured()
    {
        foreach (var track in Tracks.Values)
        {
            _ = track.Pairs;
        }

        return this;
    }

    /// <summary>Every track that somebody opened; worked out once, since reliability and consolidation both need it.</summary>
    internal SortedDictionary<TrackKey, TrackAnswers> Tracks => tracks ??= TrackAnswers.Group(Answers);
}
