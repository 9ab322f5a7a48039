using LambdaHooks.Answers;
using LambdaHooks.Datasets;
using LambdaHooks.GroundTruth;
using LambdaHooks.Timeline;

namespace LambdaHooks.Hooks;

/// <summary>Fits an answer's tracks to the object's media: one name for the only medium, and no segment beyond its end.</summary>
internal static class TrackFitting
{
    /// <summary>The answer, fitted; a segment with nothing left inside its medium is rejected by name.</summary>
    public static Answer Fit(Answer answer, ObjectDraft draft)
    {
        var media = draft.Media();
        return answer with { Tracks = [.. answer.Tracks.Select(t => Clamp(OnKnownMedium(t, media), answer.Worker, media, draft))] };
    }

    /// <summary>Where there is one medium, pages may name it or not; both mean the same track.</summary>
    private static Track OnKnownMedium(Track track, IReadOnlyDictionary<string, ResultMedium> media) =>
        media.Count == 1 && track.Key.Media is { } id && media.ContainsKey(id) ? track with { Key = track.Key with { Media = null } } : track;

    private static Track Clamp(Track track, string worker, IReadOnlyDictionary<string, ResultMedium> media, ObjectDraft draft)
    {
        var medium = track.Key.Media is { } id ? media.GetValueOrDefault(id) : media.Count == 1 ? media.Values.First() : null;
        var bounds = new Interval(MediaTime.Zero, medium?.Duration ?? MediaTime.Limit);
        if (track.Segments.All(s => IsInside(s, bounds)))
        {
            return track;
        }

        Segment[] inside = [.. track.Segments.SelectMany(s => Clamp(s, track.Key, worker, bounds, draft))];

        // A track of which nothing could be used says nothing: it was not looked at and found empty.
        return track with { Segments = inside, Opened = track.Opened && inside.Length > 0 };
    }

    private static IEnumerable<Segment> Clamp(Segment segment, TrackKey key, string worker, Interval bounds, ObjectDraft draft)
    {
        if (IsInside(segment, bounds))
        {
            return [segment];
        }

        var interval = segment.Interval.ClampTo(bounds);
        var reason = interval.IsEmpty ? "outside-clip: it is left out" : "cut-to-clip: only what lies inside is used";
        draft.Rejections.Add(new Rejection(worker, $"{reason}; the clip lasts from 0 to {bounds.End} s", SegmentText.Of(segment))
        {
            Part = key.Media is null ? key.Category : $"{key.Category} of {key.Media}",
        });
        return interval.IsEmpty ? [] : [segment with { Interval = interval }];
    }

    private static bool IsInside(Segment segment, Interval bounds) => segment.Interval.Start >= bounds.Start && segment.Interval.End <= bounds.End;
}
