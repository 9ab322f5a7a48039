namespace LambdaHooks.Consolidation.Texts;

/// <summary>What several workers' texts come to.</summary>
/// <param name="Text">The fused text: every word of it was written by somebody.</param>
/// <param name="Confidence">0 to 1: mean confidence of the words; 1 where all who wrote wrote the same; for a single writer their reliability, or 1 where it is not known.</param>
/// <param name="Words">The words in order; empty where nobody wrote, one did, or all wrote the same but for case, outer punctuation and white space.</param>
/// <param name="IsUncertain">True where two writers differ and nothing says whom to believe.</param>
/// <param name="IsDisputed">True where two of the texts differ in more than half of their words on average, or the texts are too long and too different to be merged: <paramref name="Text"/> is then the one nearest to all, unless most of the weight stands behind every word of a merged one.</param>
public sealed record FusedText(string Text, double Confidence, IReadOnlyList<FusedWord> Words, bool IsUncertain, bool IsDisputed);
