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
        BestAlignment[] alignments = [.. continua.Select(c => measures.Align(c, settings.Gamma))];
        var (half, overlap) = Pairwise(track, segments, 0.5);
        return new TrackFigures("", 0, 0, 0)
        {
            F1At50 = half,
            F1At75 = Pairwise(track, segments, 0.75).F1,
            Overlap = overlap,
            Gamma = GammaOf(track, continua, alignments),
            Alpha = AlphaOf(track, continua, alignments),
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

    /// <summary>
    /// The interval of gamma draws clips anew and aligns nothing anew: observed disorder is that of the clips drawn, each weighing as much
    /// as it has units per annotator, and chance stays that of all clips, from which it is sampled.
    /// </summary>
    private GammaResult GammaOf(string track, Continuum[] continua, BestAlignment[] alignments)
    {
        var whole = measures.Gamma(continua, settings.Gamma);
        if (whole.Gamma.Value is null || whole.ExpectedDisorder is not > 0)
        {
            return whole;
        }

        double[] units = [.. continua.Select(c => c.Annotators.Average(a => (double)a.Count))];
        double[] costs = [.. alignments.Zip(units, (a, u) => a.Disorder * u)];
        var expected = whole.ExpectedDisorder.Value;
        return whole with
        {
            Gamma = intervals.Put(whole.Gamma, track, continua.Length, continua.Length, drawn =>
                drawn.Sum(i => units[i]) is var all and > 0 ? 1 - (drawn.Sum(i => costs[i]) / all / expected) : null),
        };
    }

    private Measure AlphaOf(string track, Continuum[] continua, BestAlignment[] alignments)
    {
        IReadOnlyList<IReadOnlyList<string>>[] each = [.. continua.Zip(alignments, (c, a) => (IReadOnlyList<string>[])[.. a.Tuples.Select(t => LabelsOf(c, t))])];
        return intervals.Put(
            measures.Nominal([.. each.SelectMany(u => u)]), track, continua.Length, each.Sum(u => u.Sum(v => v.Count)),
            drawn => measures.Nominal([.. drawn.SelectMany(i => each[i])]).Value);
    }

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
