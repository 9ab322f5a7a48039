using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>One track of one object after the batch was studied: its clusters, and who counts.</summary>
/// <param name="Key">Which track.</param>
/// <param name="Kind">What its segments are.</param>
/// <param name="Workers">Everybody who opened it, by name.</param>
/// <param name="Openers">Those of them whose answers count, by name.</param>
internal sealed record StudiedTrack(TrackKey Key, TrackKind Kind, IReadOnlyList<WorkerTrack> Workers, IReadOnlyList<string> Openers)
{
    private const double FailedBelow = 0.5;

    /// <summary>The track as it is known to be right; null where that is not known.</summary>
    public WorkerTrack? Gold { get; init; }

    /// <summary>What the workers marked, matched with each other, by place.</summary>
    public IReadOnlyList<SegmentCluster> Clusters { get; init; } = [];

    /// <summary>Marks that are kept and count for nothing.</summary>
    public IEnumerable<(string Worker, Segment Segment, string Flag)> SetAside =>
        Workers.SelectMany(w => w.SetAside.Concat(OfAnotherKind(w)).Select(s => (w.Worker, s.Segment, s.Flag)));

    /// <summary>Number of the first cluster among the label items of its category.</summary>
    public int FirstItem { get; set; }

    /// <summary>Sorts a track's marks into clusters.</summary>
    /// <param name="key">Which track.</param>
    /// <param name="kind">What its segments are.</param>
    /// <param name="answers">Everybody's marks.</param>
    /// <param name="gold">The right ones, where they are known: they come first, and everybody is matched with them.</param>
    /// <param name="roster">Who counts.</param>
    public static StudiedTrack Of(TrackKey key, TrackKind kind, TrackAnswers answers, WorkerTrack? gold, WorkerRoster roster)
    {
        WorkerTrack[] fitting = [.. answers.Workers.Where(w => Fits(w, kind))];
        string[] openers = [.. answers.Workers.Select(w => w.Worker).Where(roster.Counts)];
        return new StudiedTrack(key, kind, answers.Workers, openers)
        {
            Gold = gold,
            Clusters = gold is not null ? WithGold(gold, fitting, kind, roster)
                : kind == TrackKind.Partition ? Pieces(fitting, roster)
                : Matched(fitting, kind, openers.Length, roster),
        };
    }

    /// <summary>True where somebody's track hardly agrees with the known one.</summary>
    public bool FailsGold() => Gold is { } gold && Workers.Any(w => PairAgreement.Between(w, gold).F1 < FailedBelow);

    private static List<SegmentCluster> WithGold(WorkerTrack gold, WorkerTrack[] tracks, TrackKind kind, WorkerRoster roster) =>
        SegmentClustering.Cluster([new WeighedTrack(gold, 1), .. roster.InOrder(tracks)], kind == TrackKind.Points);

    private static List<SegmentCluster> Matched(WorkerTrack[] tracks, TrackKind kind, int openers, WorkerRoster roster)
    {
        var clusters = SegmentClustering.Cluster(roster.InOrder(tracks), kind == TrackKind.Points);
        if (kind == TrackKind.Segments)
        {
            SplitMerge.Resolve(clusters, openers);
            clusters.Sort(static (a, b) => SegmentClustering.Compare(a, b));
        }

        return clusters;
    }

    /// <summary>Pieces where anybody who counts marked some; else what the excluded marked is matched as ever, and kept.</summary>
    private static List<SegmentCluster> Pieces(WorkerTrack[] tracks, WorkerRoster roster)
    {
        WeighedTrack[] weighed = [.. tracks.Select(t => new WeighedTrack(t, roster.WeightOf(t.Worker)))];
        var pieces = PartitionFusion.Fuse(tracks, [.. weighed.Select(t => t.Weight)]);
        return pieces.Count > 0 ? [.. PartitionClusters.Of(pieces, weighed).Where(c => c.Members.Count > 0)] : SegmentClustering.Cluster(roster.InOrder(tracks), arePoints: false);
    }

    private static bool Fits(WorkerTrack track, TrackKind kind) => kind == TrackKind.Points || !track.ArePoints;

    private IEnumerable<(Segment Segment, string Flag)> OfAnotherKind(WorkerTrack track) =>
        Fits(track, Kind) ? [] : track.Segments.Select(s => (s, Flags.Empty));
}
