namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Tells from a batch what the segments of each category are.</summary>
internal sealed class CategoryKinds(ConsolidationSettings settings)
{
    private readonly Dictionary<string, (int Tracks, int Points)> found = new(StringComparer.Ordinal);

    /// <summary>Adds one worker's track; empty ones say nothing.</summary>
    public void Add(string category, WorkerTrack track)
    {
        if (track.Segments.Count > 0)
        {
            var (tracks, points) = found.GetValueOrDefault(category);
            found[category] = (tracks + 1, points + (track.ArePoints ? 1 : 0));
        }
    }

    /// <summary>What was told, else what most tracks look like.</summary>
    public TrackKind Of(string category) =>
        settings.TrackKinds.TryGetValue(category, out var told) ? told
        : found.TryGetValue(category, out var so) && so.Points * 2 > so.Tracks ? TrackKind.Points
        : TrackKind.Segments;
}
