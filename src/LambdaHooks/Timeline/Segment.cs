namespace LambdaHooks.Timeline;

/// <summary>
/// A labelled interval of a track, with what was written about it.
/// </summary>
/// <remarks>Segments of one track may overlap. Immutable; equality is by reference contents of the lists, so compare fields.</remarks>
/// <param name="Interval">Where it lies.</param>
/// <param name="Label">The one label that says what it is; null where none was given.</param>
public sealed record Segment(Interval Interval, string? Label)
{
    /// <summary>The segment's id where it was made; null where none was given.</summary>
    public string? Id { get; init; }

    /// <summary>Further labels, a set in the order given; empty by default.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Transcript or remark; empty by default, never null.</summary>
    public string Text { get; init; } = "";

    /// <summary>Further named values such as a severity or an emotion; empty by default.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = NoAttributes;

    /// <summary>The empty set of attributes, shared.</summary>
    public static IReadOnlyDictionary<string, string> NoAttributes { get; } = new Dictionary<string, string>();
}
