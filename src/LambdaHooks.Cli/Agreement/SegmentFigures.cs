using LambdaHooks.Consolidation.Measures;
using LambdaHooks.Datasets.Annotations;

namespace LambdaHooks.Cli.Agreement;

/// <summary>Agreement on the segments of one track, or of several together.</summary>
internal sealed class SegmentFigures(IMeasures measures, AgreementSettings settings, Intervals intervals)
{
    /// <summary>Most annotators of one clip: pairs, and the tuples of gamma, grow with their number's powers.</summary>
    private const int MostAnnotators = 64;

    private static readonly string TooMany = $"too-many-annotators: more than {MostAnnotators} on one clip";

    /// <summary>The figures of a track.</summary>
    /// <param name="track">Its name.</param>
    /// <param name="clips">For each clip, everybody who looked at it, by name.</param>
    public TrackFigures Of(string track, IReadOnlyList<IReadOnlyList<AnnotatedTrack>> clips)
    {
        IReadOnlyList<AnnotatedTrack>[] shared = [.. clips.Where(c => c.Count >= 2)];
        var reason = shared.Length == 0 ? SegmentAgreement.OneAnnotator : shared.Any(c => c.Count > MostAnnotators) ? TooMany : null;
        var figures = reason is null ? Measured(track, shared) : Undefined(reason);
        return figures with
        {
            Track = track,
            Clips = clips.Count,
            Annotators = clips.SelectMany(c => c).Select(t => t.Annotator).Distinct(StringComparer.Ordinal).Count(),
            Segments = clips.Sum(c => c.Sum(t => t.Segments.Count)),
        };
    }

    private static TrackFigures Undefined(string reason)
    {
        var none = Measure.Undefined(reason, 0);
        return new TrackFigures("", 0, 0, 0) { F1At50 = none, F1At75 = none, Overlap = none, Gamma = new GammaResult(none, none, null, null, 0), Alpha = none };
    }

    private TrackFigures Measured(string track, IReadOnlyList<AnnotatedTrack>[] clips)
    {
        var segments = clips.Select(c => c.Select(t => t.Segments).ToArray()).ToArray();
        Continuum[] continua = [.. clips.Select(ContinuumOf)];
        var (half, overlap) = Pairwise(track, segments, 0.5);
        return new TrackFigures("", 0, 0, 0)
        {
            F1At50 = half,
            F1At75 = Pairwise(track, segments, 0.75).F1,
            Overlap = overlap,
            Gamma = GammaOf(track, continua),
            Alpha = AlphaOf(track, continua),
        };
    }

    private (Measure F1, Measure Overlap) Pairwise(string track, IReadOnlyList<Timeline.Segment>[][] clips, double threshold)
    {
        var (f1, overlap) = measures.Segments(clips, threshold);
        if (!intervals.AreMeantFor(clips.Length))
        {
            return (f1, overlap);
        }

        var each = clips.Select(c => measures.Segments([c], threshold)).ToArray();
        return (
            intervals.Put(f1, track, clips.Length, clips.Length, drawn => drawn.Average(i => each[i].F1.Value)),
            intervals.Put(overlap, track, clips.Length, clips.Length, drawn => drawn.Average(i => each[i].Overlap.Value)));
    }

    /// <summary>The interval of gamma rests on the disorders of each clip, found once: clips are drawn anew, continua are not sampled anew.</summary>
    private GammaResult GammaOf(string track, Continuum[] continua)
    {
        var whole = measures.Gamma(continua, settings.Gamma);
        if (whole.Gamma.Value is null || !intervals.AreMeantFor(continua.Length))
        {
            return whole;
        }

        var each = continua.Select(c => measures.Gamma([c], settings.Gamma)).ToArray();
        return whole with
        {
            Gamma = intervals.Put(whole.Gamma, track, continua.Length, continua.Length, drawn =>
                drawn.Sum(i => each[i].ExpectedDisorder ?? 0) is var expected and > 0 ? 1 - (drawn.Sum(i => each[i].ObservedDisorder ?? 0) / expected) : null),
        };
    }

    private Measure AlphaOf(string track, Continuum[] continua)
    {
        var each = continua.Select(AlignedLabels).ToArray();
        return intervals.Put(
            measures.Nominal([.. each.SelectMany(u => u)]), track, continua.Length, each.Sum(u => u.Sum(v => v.Count)),
            drawn => measures.Nominal([.. drawn.SelectMany(i => each[i])]).Value);
    }

    private IReadOnlyList<IReadOnlyList<string>> AlignedLabels(Continuum continuum) =>
        [.. measures.Align(continuum, settings.Gamma).Tuples.Select(tuple => LabelsOf(continuum, tuple))];

    private static List<string> LabelsOf(Continuum continuum, int[] tuple)
    {
        var labels = new List<string>(tuple.Length);
        for (var a = 0; a < tuple.Length; a++)
        {
            if (tuple[a] >= 0 && continuum.Annotators[a][tuple[a]].Category is { } label)
            {
                labels.Add(label);
            }
        }

        return labels;
    }

    private static Continuum ContinuumOf(IReadOnlyList<AnnotatedTrack> clip) => new([.. clip.Select(t =>
        t.Segments.Select(s => new ContinuumUnit((double)s.Interval.Start.Seconds, (double)s.Interval.End.Seconds, s.Label)).ToArray())]);
}
