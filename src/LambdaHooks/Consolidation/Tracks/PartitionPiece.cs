using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>One piece of a fused partition, with what each worker marked there.</summary>
/// <param name="Interval">Where it lies; never empty.</param>
/// <param name="Members">
/// Which segments lie on it: the worker by the place in the list of tracks, the segment by its place in that track, and the share
/// of the piece it covers, 0 to 1. Ordered by the worker's name, then segment. Of a track without overlaps every segment that
/// reaches into the piece is here; of one with overlaps those that start in it and, of those that started before, the one that
/// reaches furthest. A segment is always a member of the piece it shares most time with (one beside it, with share 0, where
/// it shares none).
/// </param>
/// <param name="StartSupport">Share of the workers' weight behind its start, 0 to 1; a mark counts fully within half a second, less further away.</param>
/// <param name="EndSupport">The same for its end.</param>
/// <param name="Starts">
/// Where the workers who have a say put its start, in order of time; at the partition's own start all of them, at an inner boundary
/// those with a mark near it.
/// </param>
/// <param name="Ends">The same for its end. Inner boundaries belong to two pieces, so these are the next piece's starts.</param>
internal sealed record PartitionPiece(
    Interval Interval,
    IReadOnlyList<(int Worker, int Segment, double Share)> Members,
    double StartSupport,
    double EndSupport,
    IReadOnlyList<MediaTime> Starts,
    IReadOnlyList<MediaTime> Ends);
