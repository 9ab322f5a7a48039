using LambdaHooks.Datasets.Annotations;

namespace LambdaHooks.Cli.Agreement;

/// <summary>Measures a set of annotations, track by track and question by question.</summary>
internal sealed class AgreementCalculation(IMeasures measures, AgreementSettings settings, CancellationToken cancel)
{
    /// <summary>The figures.</summary>
    /// <exception cref="AnnotationException">The labels are not what the level asks for.</exception>
    public AgreementReport Of(AnnotationSet set)
    {
        var intervals = new Intervals(measures, settings);
        var segments = new SegmentFigures(measures, settings, intervals);
        var labels = new ItemFigures(measures, settings, intervals);
        var tracks = set.Tracks.GroupBy(t => t.Track).Select(g => (Track: g.Key, Clips: Clips(g))).ToArray();
        return new AgreementReport(
            [.. tracks.Select(t => Checked(() => segments.Of(t.Track, t.Clips)))],
            tracks.Length < 2 ? null : Checked(() => segments.Of("", [.. tracks.SelectMany(t => t.Clips)])),
            [.. set.Labels.GroupBy(l => l.Track).Select(g => Checked(() => labels.Of(g.Key, [.. g])))],
            intervals.Notices);
    }

    private static IReadOnlyList<IReadOnlyList<AnnotatedTrack>> Clips(IEnumerable<AnnotatedTrack> track) => [.. track.GroupBy(t => t.Clip).Select(g => g.ToArray())];

    private T Checked<T>(Func<T> work)
    {
        cancel.ThrowIfCancellationRequested();
        return work();
    }
}
