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
        MarkedSegments[] marked = [.. annotators.Select(MarkedSegments.Of)];
        var (f1, overlap, pairs) = (0.0, 0.0, 0);
        for (var a = 0; a < marked.Length; a++)
        {
            for (var b = a + 1; b < marked.Length; b++)
            {
                var pair = marked[a].Compare(marked[b], threshold);
                (f1, overlap, pairs) = (f1 + pair.F1, overlap + pair.Overlap, pairs + 1);
            }
        }

        return (f1 / pairs, overlap / pairs);
    }

    /// <summary>Segments as matching sees them, by time and label.</summary>
    private sealed record MarkedSegments(Interval[] Intervals, string?[] Labels)
    {
        public static MarkedSegments Of(IReadOnlyList<Segment> segments)
        {
            var marks = new (Interval Interval, string? Label)[segments.Count];
            for (var i = 0; i < marks.Length; i++)
            {
                marks[i] = (GreedyMatching.Widened(segments[i].Interval), segments[i].Label);
            }

            Array.Sort(marks, static (x, y) => x.Interval.CompareTo(y.Interval) is var order and not 0 ? order : string.CompareOrdinal(x.Label, y.Label));
            return new([.. marks.Select(m => m.Interval)], [.. marks.Select(m => m.Label)]);
        }

        public (double F1, double Overlap) Compare(MarkedSegments other, double threshold)
        {
            var total = Intervals.Length + other.Intervals.Length;
            if (total == 0)
            {
                return (1, 1);
            }

            var partners = GreedyMatching.Match(Intervals, other.Intervals, Ratio);
            var (matches, overlap) = (0, 0.0);
            for (var r = 0; r < partners.Length; r++)
            {
                if (partners[r] >= 0)
                {
                    matches++;
                    overlap += Intervals[partners[r]].OverlapRatio(other.Intervals[r]);
                }
            }

            return (2.0 * matches / total, 2 * overlap / total);

            double Ratio(int l, int r)
            {
                var ratio = Labels[l] == other.Labels[r] ? Intervals[l].OverlapRatio(other.Intervals[r]) : 0;
                return ratio >= threshold ? ratio : 0;
            }
        }
    }
}
