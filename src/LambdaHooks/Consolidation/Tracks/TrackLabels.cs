namespace LambdaHooks.Consolidation.Tracks;

/// <summary>The labels of all segments of one category in a batch.</summary>
internal sealed class TrackLabels
{
    private readonly List<FusedLabel> fused = [];

    public static Dictionary<string, TrackLabels> Study(StudiedTrack[] all, ConsolidationSettings settings)
    {
        var labels = new Dictionary<string, TrackLabels>(StringComparer.Ordinal);
        foreach (var track in all)
        {
            if (!labels.TryGetValue(track.Key.Category, out var of))
            {
                labels.Add(track.Key.Category, of = new TrackLabels());
            }

            track.FirstItem = of.fused.Count;
            foreach (var cluster in track.Clusters)
            {
                var (label, share) = Vote.Most(cluster.Members.Select(m => (m.Segment.Label ?? "", m.Weight)), StringComparer.Ordinal);
                of.fused.Add(new FusedLabel(label.Length == 0 ? null : label, share, [], false));
            }
        }

        return labels;
    }

    public FusedLabel Of(int item) => fused[item];

    public static double? AccuracyOf(IEnumerable<TrackLabels> categories, string worker) => null;
}
