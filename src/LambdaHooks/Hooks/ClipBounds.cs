using LambdaHooks.Answers;
using LambdaHooks.GroundTruth;
using LambdaHooks.Timeline;

namespace LambdaHooks.Hooks;

/// <summary>Keeps segments inside their medium, as far as its length is known.</summary>
internal static class ClipBounds
{
    /// <summary>The answer with its segments cut to their medium; a segment with nothing left inside is rejected by name.</summary>
    public static Answer Clamp(Answer answer, ObjectDraft draft)
    {
        var media = draft.Media();
        return answer with { Tracks = [.. answer.Tracks.Select(ClampTrack)] };

        Track ClampTrack(Track track)
        {
            var medium = track.Key.Media is { } id ? media.GetValueOrDefault(id) : media.Count == 1 ? media.Values.First() : null;
            var bounds = new Interval(MediaTime.Zero, medium?.Duration ?? MediaTime.Limit);
            return track.Segments.All(s => Inside(s, bounds)) ? track : track with { Segments = [.. track.Segments.SelectMany(s => Clamp(s, track.Key, bounds))] };
        }

        IEnumerable<Segment> Clamp(Segment segment, TrackKey key, Interval bounds)
        {
            var interval = segment.Interval.ClampTo(bounds);
            if (interval.IsEmpty && !Inside(segment, bounds))
            {
                draft.Rejections.Add(new Rejection(answer.Worker, $"outside-clip: the clip lasts {bounds.End} s", $"{segment.Interval} {segment.Label} {segment.Text}") { Part = $"{key.Category} at {segment.Interval}" });
                return [];
            }

            return [segment with { Interval = interval }];
        }
    }

    private static bool Inside(Segment segment, Interval bounds) => segment.Interval.Start >= bounds.Start && segment.Interval.End <= bounds.End;
}
