using LambdaHooks.Consolidation.Measures;
using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Agreement on all tracks of one category in a batch.</summary>
/// <param name="category">The category.</param>
/// <param name="tracks">Its tracks, in order.</param>
internal sealed class TrackAgreements(string category, IReadOnlyList<(StudiedTrack Track, TrackAgreement Agreement)> tracks)
{
    /// <summary>The category's figures.</summary>
    public CategoryAgreement Measured(AgreementOptions options)
    {
        double[] f1 = [.. tracks.Select(t => t.Agreement.F1).OfType<double>()];
        double[] overlap = [.. tracks.Select(t => t.Agreement.OverlapRatio).OfType<double>()];
        var gamma = options.Gamma is { } how ? Gamma.Of(Continua(options.MostGammaTracks), how) : null;
        return new CategoryAgreement(
            category,
            tracks[0].Track.Kind,
            Intervals.OfMean(f1, options.Seed),
            Intervals.OfMean(overlap, options.Seed),
            Intervals.Of(Labels(), KrippendorffAlpha.Nominal, options.AlphaResamples, options.Seed))
        {
            Gamma = gamma?.Gamma,
            GammaCat = gamma?.GammaCat,
        };
    }

    private string[][] Labels() =>
    [
        .. tracks.SelectMany(t => t.Track.Clusters)
            .Select(c => c.Members.Where(m => m.Places).Select(m => m.Segment.Label ?? "").ToArray())
            .Where(l => l.Length > 1),
    ];

    private Continuum[] Continua(int most)
    {
        StudiedTrack[] shared = [.. tracks.Select(t => t.Track).Where(t => t.Openers.Count > 1)];
        var taken = Math.Min(most, shared.Length);
        return [.. Enumerable.Range(0, taken).Select(i => ContinuumOf(shared[(int)((long)i * shared.Length / taken)]))];
    }

    private static Continuum ContinuumOf(StudiedTrack track) => new(
        [.. track.Workers.Where(w => track.Openers.Contains(w.Worker)).Select(w => w.Segments.Select(s => UnitOf(s, track.Kind)).ToArray())]);

    /// <summary>Instants get the length that matching gives them: without one, no two would ever be alike.</summary>
    private static ContinuumUnit UnitOf(Segment segment, TrackKind kind)
    {
        var interval = kind == TrackKind.Points ? Marks.Widened(segment.Interval) : segment.Interval;
        return new ContinuumUnit((double)interval.Start.Seconds, (double)interval.End.Seconds, segment.Label);
    }
}
