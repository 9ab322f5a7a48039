namespace LambdaHooks.Consolidation.Texts;

/// <summary>A word of a text, or a character where words are not spaced: where it stands, and by what it is compared.</summary>
/// <param name="GapStart">Where the white space before it starts.</param>
/// <param name="Start">Where it starts itself, outer punctuation included.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Key">Number of its folded form in the <see cref="Vocabulary"/>.</param>
/// <param name="IsSpaceless">True for a character of a script without spaces.</param>
internal readonly record struct Token(int GapStart, int Start, int End, int Key, bool IsSpaceless);
