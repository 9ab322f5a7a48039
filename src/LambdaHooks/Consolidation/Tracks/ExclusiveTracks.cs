using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>
/// Tells the categories where one thing happens at a time, from how rarely workers let their own segments overlap; there, a boundary
/// that runs into the neighbour is the wrong one, and a mark in a gap is no slip.
/// </summary>
internal sealed class ExclusiveTracks
{
    private const double MostOverlapping = 0.1;
    private const double OverlapFrom = 0.5;
    private const int LeastNeighbours = 10;

    private readonly Dictionary<string, (int Neighbours, int Overlapping)> found = new(StringComparer.Ordinal);

    /// <summary>Adds one counting worker's track.</summary>
    public void Add(string category, WorkerTrack track)
    {
        var (neighbours, overlapping) = found.GetValueOrDefault(category);
        for (var i = 1; i < track.Segments.Count; i++)
        {
            var (earlier, later) = (track.Segments[i - 1].Interval, track.Segments[i].Interval);
            var shorter = Math.Min(earlier.Length.Microseconds, later.Length.Microseconds);
            neighbours++;
            overlapping += (MediaTime.Min(earlier.End, later.End) - later.Start).Microseconds > OverlapFrom * shorter ? 1 : 0;
        }

        found[category] = (neighbours, overlapping);
    }

    /// <summary>True where enough neighbours were seen and hardly any overlap.</summary>
    public bool Contains(string category) =>
        found.TryGetValue(category, out var so) && so.Neighbours >= LeastNeighbours && so.Overlapping <= MostOverlapping * so.Neighbours;
}
