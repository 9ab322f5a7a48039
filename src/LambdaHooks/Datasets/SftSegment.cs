using LambdaHooks.Consolidation;
using LambdaHooks.Timeline;

namespace LambdaHooks.Datasets;

/// <summary>An SFT segment record: a stretch of a medium, and what people wrote about it.</summary>
/// <param name="Id">Stable id: job, object, medium, track and place.</param>
/// <param name="Media">Where the medium lies.</param>
/// <param name="Interval">The stretch; never empty, inside the medium where its length is known.</param>
/// <param name="Track">Category of the track.</param>
/// <param name="Label">Its label, or null.</param>
/// <param name="Text">Transcript or remark; may be empty.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Workers">How many marked it.</param>
/// <param name="Labels">Further labels.</param>
/// <param name="Attributes">Further named values.</param>
public sealed record SftSegment(
    string Id,
    string Media,
    Interval Interval,
    string Track,
    string? Label,
    string Text,
    double Confidence,
    int Workers,
    IReadOnlyList<string> Labels,
    IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>The records of an object: every segment of its fused tracks whose medium is known and which has a length.</summary>
    public static IEnumerable<SftSegment> From(ObjectResult result)
    {
        foreach (var track in result.Consolidated.Tracks)
        {
            if (result.MediumOf(track.Key) is { } medium)
            {
                for (var i = 0; i < track.Segments.Count; i++)
                {
                    if (Record(result, track, medium, i) is { } record)
                    {
                        yield return record;
                    }
                }
            }
        }
    }

    private static SftSegment? Record(ObjectResult result, ConsolidatedTrack track, ResultMedium medium, int place)
    {
        var (segment, confidence, evidence) = track.Segments[place];
        var interval = medium.Duration is { } duration ? segment.Interval.ClampTo(new Interval(MediaTime.Zero, duration)) : segment.Interval;
        return interval.IsEmpty
            ? null
            : new SftSegment(
                $"{result.Job}/{result.ObjectId}/{track.Key.Media ?? "source"}/{track.Key.Category}/{place}",
                medium.Uri, interval, track.Key.Category, segment.Label, segment.Text, Math.Round(confidence, 4), evidence.Count, segment.Labels, segment.Attributes);
    }
}
