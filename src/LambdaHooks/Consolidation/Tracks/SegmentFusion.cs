using LambdaHooks.Consolidation.Texts;
using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Fuses one cluster of marks into one segment, with everything a reader needs to doubt it.</summary>
internal sealed class SegmentFusion
{
    private const double LeastLabelPosterior = 0.7;
    private const double LeastTextConfidence = 0.8;
    private static readonly MediaTime LeastSpread = new(150_000);
    private const double LeastSpreadShare = 0.15;

    private readonly BatchStudy study;
    private readonly StudiedTrack track;
    private readonly TrackPresence presence;
    private readonly SegmentCluster cluster;
    private readonly int item;
    private readonly SegmentEvidence[] evidence;
    private readonly SegmentEvidence[] counting;
    private readonly SegmentEvidence[] placers;

    /// <param name="study">What the batch says.</param>
    /// <param name="track">The track.</param>
    /// <param name="presence">How likely its clusters are there.</param>
    /// <param name="cluster">The marks.</param>
    /// <param name="item">Number of the cluster among the label items of its category.</param>
    public SegmentFusion(BatchStudy study, StudiedTrack track, TrackPresence presence, SegmentCluster cluster, int item)
    {
        (this.study, this.track, this.presence, this.cluster, this.item) = (study, track, presence, cluster, item);
        evidence = ByWorker(cluster);
        counting = Counting(evidence, cluster.Counts);
        placers = cluster.Placers();
    }

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
        var text = study.Fuse(Texts());
        var spread = SpreadFrom(interval);
        return new ConsolidatedSegment(
            new Segment(interval, label.Best)
            {
                Labels = Vote.Majority(Array.ConvertAll(counting, m => m.Segment.Labels)),
                Text = text.Text,
                Attributes = FuseAttributes(),
            },
            Presence() * label.Probability * MeanLikeness(interval),
            evidence)
        {
            Spread = spread,
            Posterior = label.Posterior,
            Words = text.Words,
            Flags = FlagsOf(interval, isPart, label, text, spread),
        };
    }

    /// <summary>Those who decide: everybody whose answers count, else everybody.</summary>
    private static SegmentEvidence[] Counting(SegmentEvidence[] all, bool anybodyCounts) =>
        !anybodyCounts || Array.TrueForAll(all, m => m.Weight > 0) ? all : Array.FindAll(all, m => m.Weight > 0);

    /// <summary>Several marks of one worker, as pieces of a partition have, stay in their order.</summary>
    private static SegmentEvidence[] ByWorker(SegmentCluster cluster) => [.. cluster.Members.OrderBy(m => m.Worker, StringComparer.Ordinal)];

    private List<WorkerText> Texts()
    {
        var texts = new List<WorkerText>(counting.Length);
        foreach (var mark in counting)
        {
            if (!mark.PresenceOnly || counting.Length == 1)
            {
                texts.Add(new WorkerText(mark.Worker, mark.Segment.Text));
            }
        }

        return texts;
    }

    private double Presence() =>
        counting[0].Weight == 0 ? 0
        : track.Gold is not null ? 0
        : track.Openers.Count == 1 ? study.TrustIn(track.Openers[0])
        : cluster.Piece is { } piece ? (piece.StartSupport + piece.EndSupport) / 2
        : presence.Of(cluster);

    private double MeanLikeness(Interval interval)
    {
        if (track.Kind == TrackKind.Points)
        {
            return 1;
        }

        // Both or neither, so that a microsecond around the limit takes nothing off.
        var by = new MediaTime(interval.Length.Microseconds < Marks.ShortBelow ? Marks.Widening : 0);
        var (widened, sum) = (Wider(interval), 0.0);
        foreach (var mark in placers)
        {
            sum += widened.OverlapRatio(Wider(mark.Segment.Interval));
        }

        return sum / placers.Length;

        Interval Wider(Interval of) => new(of.Start - by, of.End + by);
    }

    private BoundarySpread? SpreadFrom(Interval interval)
    {
        long[] starts = cluster.Piece is { } from ? [.. from.Starts.Select(t => t.Microseconds)] : Array.ConvertAll(placers, m => m.Segment.Interval.Start.Microseconds);
        long[] ends = cluster.Piece is { } to ? [.. to.Ends.Select(t => t.Microseconds)] : Array.ConvertAll(placers, m => m.Segment.Interval.End.Microseconds);
        if (placers.Length < 2 || starts.Length == 0 || ends.Length == 0)
        {
            return null;
        }

        var (startDeviation, startRange) = Deviation(starts, interval.Start);
        var (endDeviation, endRange) = Deviation(ends, interval.End);
        return new BoundarySpread(startDeviation, endDeviation, startRange, endRange);
    }

    /// <summary>Median absolute deviation, and the range.</summary>
    private static (MediaTime Deviation, MediaTime Range) Deviation(long[] times, MediaTime from)
    {
        Median.Sort(times);
        var range = new MediaTime(times[^1] - times[0]);
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = Math.Abs(times[i] - from.Microseconds);
        }

        return (Median.Of(times), range);
    }

    private List<string> FlagsOf(Interval interval, bool isPart, FusedLabel label, FusedText text, BoundarySpread? spread)
    {
        var flags = new List<string>();
        Add(Flags.SplitMerge, cluster.IsSplitOrMerged);
        Add(Flags.BelowQuorum, !isPart && counting[0].Weight > 0);
        Add(Flags.WorkerExcluded, counting[0].Weight == 0);
        Add(Flags.LabelUncertain, label.IsOpen || label.Probability < LeastLabelPosterior);
        Add(Flags.TextUncertain, (text.IsUncertain || text.IsDisputed || text.Confidence < LeastTextConfidence) && !study.AreRemarks(track.Key.Category));
        Add(Flags.BoundarySpread, spread is not null && IsWide(MediaTime.Max(spread.Start, spread.End), interval));
        flags.Sort(StringComparer.Ordinal);
        return flags;

        void Add(string flag, bool holds)
        {
            if (holds)
            {
                flags.Add(flag);
            }
        }
    }

    private static bool IsWide(MediaTime deviation, Interval interval) =>
        deviation > LeastSpread && deviation.Microseconds > LeastSpreadShare * interval.Length.Microseconds;

    private IReadOnlyDictionary<string, string> FuseAttributes()
    {
        if (Array.TrueForAll(counting, m => m.Segment.Attributes.Count == 0))
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
