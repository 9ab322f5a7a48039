namespace LambdaHooks.Consolidation.Measures;

/// <summary>One unit an annotator placed on a continuum, in any unit of time.</summary>
/// <param name="Start">Where it starts, finite.</param>
/// <param name="End">Where it ends, finite; not before its start. Equal to the start for an instant.</param>
/// <param name="Category">What it was called, or null; null equals null alone.</param>
public readonly record struct ContinuumUnit(double Start, double End, string? Category);

/// <summary>What several annotators placed on one continuum (one clip, one track).</summary>
/// <param name="Annotators">For each annotator their units, in any order; an annotator may have none.</param>
public sealed record Continuum(IReadOnlyList<IReadOnlyList<ContinuumUnit>> Annotators);
