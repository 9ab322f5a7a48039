namespace LambdaHooks.Consolidation.Tracks;

/// <summary>The label of one segment, by everything the batch says.</summary>
/// <param name="Best">The most likely one; null where most gave none.</param>
/// <param name="Probability">Its posterior, 0 to 1.</param>
/// <param name="Posterior">All that were given, most likely first; empty where all gave the same.</param>
/// <param name="IsOpen">True where nothing decides.</param>
internal sealed record FusedLabel(string? Best, double Probability, IReadOnlyList<(string Label, double Probability)> Posterior, bool IsOpen);
