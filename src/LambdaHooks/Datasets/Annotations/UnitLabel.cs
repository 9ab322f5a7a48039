namespace LambdaHooks.Datasets.Annotations;

/// <summary>What one annotator called one thing that has no place in time.</summary>
/// <param name="Track">Which question it answers; empty where the input names none.</param>
/// <param name="Item">The thing that was judged.</param>
/// <param name="Annotator">Who; never empty.</param>
/// <param name="Values">The label, or the labels of a set; in ordinal order, each once.</param>
/// <param name="IsSet">True where the answer is a set, which may hold one label or none.</param>
public sealed record UnitLabel(string Track, string Item, string Annotator, IReadOnlyList<string> Values, bool IsSet)
{
    /// <summary>What stands between the labels of a set.</summary>
    public const char SetMark = '|';
}
