using LambdaHooks.Timeline;

namespace LambdaHooks.Datasets.Annotations;

/// <summary>What one annotator marked on one track of one clip. Without segments it says "I looked, there is nothing".</summary>
/// <param name="Track">Name of the track; empty where the input names none.</param>
/// <param name="Clip">Name of the clip; empty where the input names none.</param>
/// <param name="Annotator">Who; never empty.</param>
/// <param name="Segments">The segments by time, then label and text; may overlap, and may be the same twice.</param>
public sealed record AnnotatedTrack(string Track, string Clip, string Annotator, IReadOnlyList<Segment> Segments);
