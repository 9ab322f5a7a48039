using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Measures;

/// <summary>How much annotators agree on segments, pair by pair.</summary>
/// <remarks>
/// Two segments match when they carry the same label and their intersection over union reaches the threshold, at most one with one.
/// F1 of a pair of annotators is 2 × matches / (segments of both), overlap 2 × the sum of the matches' ratios / (segments of both); both
/// are 1 where neither marked anything and 0 where one did. Segments shorter than half a second are matched as if they were a quarter
/// second longer, as consolidation matches them.
/// </remarks>
public static class SegmentAgreement
{
    /// <summary>Reason where no clip has two annotators.</summary>
    public const string OneAnnotator = "one-annotator: no clip was annotated by two";

    /// <summary>The mean over clips of the mean over a clip's pairs of annotators.</summary>
    /// <param name="clipsByAnnotator">For each clip the segments of everybody who looked at it, in any order; clips of fewer than two count for nothing.</param>
    /// <param name="threshold">Least intersection over union of a match, above 0 and at most 1.</param>
    /// <returns>F1 and overlap, 0 to 1; their units are clips.</returns>
    public static (Measure F1, Measure Overlap) Of(IReadOnlyList<IReadOnlyList<IReadOnlyList<Segment>>> clipsByAnnotator, double threshold)
    {
        var (f1, overlap, clips) = (0.0, 0.0, 0);
        foreach (var annotators in clipsByAnnotator)
        {
            if (annotators.Count >= 2)
            {
                var mean = OfClip(annotators, threshold);
                (f1, overlap, clips) = (f1 + mean.F1, overlap + mean.Overlap, clips + 1);
            }
        }

        return clips == 0
            ? (Measure.Undefined(OneAnnotator, 0), Measure.Undefined(OneAnnotator, 0))
            : (new Measure(f1 / clips, null, clips), new Measure(overlap / clips, null, clips));
    }

    private static (double F1, double Overlap) OfClip(IReadOnlyList<IReadOnlyList<Segment>> annotators, double threshold)
    {
        WorkerTrack[] marked = [.. annotators.Select(a => WorkerTrack.Sorted("", a))];
        var (f1, overlap, pairs) = (0.0, 0.0, 0);
        for (var a = 0; a < marked.Length; a++)
        {
            for (var b = a + 1; b < marked.Length; b++)
            {
                var pair = PairAgreement.Between(marked[a], marked[b], threshold);
                (f1, overlap, pairs) = (f1 + pair.F1, overlap + pair.OverlapRatio, pairs + 1);
            }
        }

        return (f1 / pairs, overlap / pairs);
    }
}
