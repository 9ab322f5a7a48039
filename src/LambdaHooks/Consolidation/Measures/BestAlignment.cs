namespace LambdaHooks.Consolidation.Measures;

/// <summary>The alignment of least disorder.</summary>
/// <param name="Disorder">Its disorder: the cost of all its tuples over the mean number of units of an annotator; 0 without units.</param>
/// <param name="Tuples">For each unitary alignment the index of every annotator's unit, -1 where the annotator has none in it.</param>
/// <param name="IsProven">False where the search was cut short and a better alignment may exist.</param>
public sealed record BestAlignment(double Disorder, IReadOnlyList<int[]> Tuples, bool IsProven);
