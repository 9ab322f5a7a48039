namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Tells from a batch what the segments of each category are.</summary>
internal sealed class CategoryKinds(ConsolidationSettings settings)
{
    /// <summary>Fewer neighbouring segments than this touch by chance.</summary>
    private const int LeastNeighbours = 4;

    private readonly Dictionary<string, (int Tracks, int Points)> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<WorkerTrack>> tracks = new(StringComparer.Ordinal);

    /// <summary>Adds one worker's track; empty ones say nothing.</summary>
    public void Add(string category, WorkerTrack track)
    {
        if (track.Segments.Count > 0)
        {
            var (count, points) = found.GetValueOrDefault(category);
            found[category] = (count + 1, points + (track.ArePoints ? 1 : 0));
            if (!tracks.TryGetValue(category, out var list))
            {
                tracks.Add(category, list = []);
            }

            list.Add(track);
        }
    }

    /// <summary>What was told of a category, else what most of its tracks look like; others without a segment are left out.</summary>
    public IReadOnlyDictionary<string, TrackKind> Tell()
    {
        var kinds = new Dictionary<string, TrackKind>(settings.TrackKinds, StringComparer.Ordinal);
        foreach (var category in found.Keys)
        {
            kinds[category] = Tell(category);
        }

        return kinds;
    }

    private TrackKind Tell(string category) =>
        settings.TrackKinds.TryGetValue(category, out var told) ? told
        : found[category].Points * 2 > found[category].Tracks ? TrackKind.Points
        : tracks[category].Sum(t => t.Segments.Count - 1L) >= LeastNeighbours && PartitionDetection.IsPartition(tracks[category]) ? TrackKind.Partition
        : TrackKind.Segments;
}
