using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>A place where one piece of a partition ends and the next starts, or the partition's own start or end.</summary>
/// <param name="Time">Where it was put.</param>
/// <param name="Support">Share of the workers' weight behind it, 0 to 1.</param>
/// <param name="Marks">The marks behind it, in order of time.</param>
internal sealed record PartitionBoundary(MediaTime Time, double Support, IReadOnlyList<MediaTime> Marks);
