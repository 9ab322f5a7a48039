using LambdaHooks.Consolidation.Texts;
using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Fuses one cluster of marks into one segment, with everything a reader needs to doubt it.</summary>
internal sealed class SegmentFusion(BatchStudy study, StudiedTrack track, SegmentCluster cluster, int item)
{
    private const double LeastLabelPosterior = 0.7;
    private const double LeastTextConfidence = 0.8;
    private static readonly MediaTime LeastSpread = new(150_000);
    private const double LeastSpreadShare = 0.15;

    private readonly SegmentEvidence[] counting = Counting(cluster);

    /// <summary>The fused segment; where it is known, what is known, with the workers' marks as evidence.</summary>
    /// <param name="interval">Its fused boundaries.</param>
    /// <param name="isPart">True where it is part of the track; false for a candidate.</param>
    public ConsolidatedSegment Fuse(Interval interval, bool isPart) =>
        track.Gold is { } gold && cluster.Of(gold.Worker) is { } known
            ? new ConsolidatedSegment(known.Segment, 1, [.. cluster.Members.OrderBy(m => m.Worker, StringComparer.Ordinal)])
            : FuseMarks(interval, isPart);

    private ConsolidatedSegment FuseMarks(Interval interval, bool isPart)
    {
        var label = study.LabelOf(track.Key.Category, item);
        var text = study.Fuse([.. counting.Where(m => !m.PresenceOnly || counting.Length == 1).Select(m => new WorkerText(m.Worker, m.Segment.Text))]);
        var spread = SpreadFrom(interval);
        return new ConsolidatedSegment(
            new Segment(interval, label.Best)
            {
                Labels = Vote.Majority([.. counting.Select(m => m.Segment.Labels)]),
                Text = text.Text,
                Attributes = FuseAttributes(),
            },
            Presence() * label.Probability * MeanLikeness(interval),
            [.. cluster.Members.OrderBy(m => m.Worker, StringComparer.Ordinal)])
        {
            Spread = spread,
            Posterior = label.Posterior,
            Words = text.Words,
            Flags = [.. FlagsOf(interval, isPart, label, text, spread)],
        };
    }

    /// <summary>Those who decide: everybody whose answers count, else everybody.</summary>
    private static SegmentEvidence[] Counting(SegmentCluster cluster)
    {
        SegmentEvidence[] counting = [.. cluster.Members.Where(m => m.Weight > 0).OrderBy(m => m.Worker, StringComparer.Ordinal)];
        return counting.Length > 0 ? counting : [.. cluster.Members.OrderBy(m => m.Worker, StringComparer.Ordinal)];
    }

    private double Presence() =>
        counting[0].Weight == 0 ? 0
        : track.Gold is not null ? 0
        : track.Openers.Count == 1 ? study.TrustIn(track.Openers[0])
        : cluster.Piece is { } piece ? (piece.StartSupport + piece.EndSupport) / 2
        : study.Presence(track.Openers, w => cluster.Of(w) is not null);

    private double MeanLikeness(Interval interval)
    {
        SegmentEvidence[] placers = [.. cluster.Placers];
        return track.Kind == TrackKind.Points
            ? 1
            : placers.Average(m => Marks.Widened(interval).OverlapRatio(Marks.Widened(m.Segment.Interval)));
    }

    private BoundarySpread? SpreadFrom(Interval interval)
    {
        Interval[] placed = [.. cluster.Placers.Select(m => m.Segment.Interval)];
        var starts = cluster.Piece?.Starts ?? [.. placed.Select(p => p.Start)];
        var ends = cluster.Piece?.Ends ?? [.. placed.Select(p => p.End)];
        return placed.Length < 2 || starts.Count == 0 || ends.Count == 0 ? null : new BoundarySpread(
            Deviation(starts, interval.Start),
            Deviation(ends, interval.End),
            starts.Max() - starts.Min(),
            ends.Max() - ends.Min());
    }

    private static MediaTime Deviation(IEnumerable<MediaTime> times, MediaTime from) =>
        Median.Of([.. times.Select(t => t >= from ? t - from : from - t)]);

    private IEnumerable<string> FlagsOf(Interval interval, bool isPart, FusedLabel label, FusedText text, BoundarySpread? spread)
    {
        var flags = new SortedSet<string>(cluster.Flags, StringComparer.Ordinal);
        Add(Flags.BelowQuorum, !isPart && counting[0].Weight > 0);
        Add(Flags.WorkerExcluded, counting[0].Weight == 0);
        Add(Flags.LabelUncertain, label.IsOpen || label.Probability < LeastLabelPosterior);
        Add(Flags.TextUncertain, (text.IsUncertain || text.IsDisputed || text.Confidence < LeastTextConfidence) && !study.AreRemarks(track.Key.Category));
        Add(Flags.BoundarySpread, spread is not null && IsWide(MediaTime.Max(spread.Start, spread.End), interval));
        return flags;

        void Add(string flag, bool holds)
        {
            if (holds)
            {
                _ = flags.Add(flag);
            }
        }
    }

    private static bool IsWide(MediaTime deviation, Interval interval) =>
        deviation > LeastSpread && deviation.Microseconds > LeastSpreadShare * interval.Length.Microseconds;

    private IReadOnlyDictionary<string, string> FuseAttributes()
    {
        if (counting.All(m => m.Segment.Attributes.Count == 0))
        {
            return Segment.NoAttributes;
        }

        var fused = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var values in counting.SelectMany(m => m.Segment.Attributes).GroupBy(a => a.Key, a => a.Value, StringComparer.Ordinal))
        {
            fused.Add(values.Key, Vote.Most(values.Select(v => (v, 1.0)), StringComparer.Ordinal).Winner);
        }

        return fused;
    }
}
