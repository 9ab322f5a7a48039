using System.Globalization;
using System.Text;

namespace LambdaHooks.Consolidation.Texts;

/// <summary>Puts chosen words together with the white space they had where they come from.</summary>
internal static class Wording
{
    /// <summary>The text of the words; without white space at its ends.</summary>
    /// <remarks>
    /// White space is left out only beside a character of a script without spaces. A word that opened its text brings none along, so it is
    /// given a space where one is needed. Where the words would make a new grapheme with each other or with that space (a mark at the start
    /// of a text does), a space, or else a line break, which joins nothing, keeps them apart.
    /// </remarks>
    public static string Of(Writing[] writings, IReadOnlyList<ChosenWord> words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            var writing = writings[words[i].Writer];
            if (i > 0)
            {
                _ = text.Append(Gap(writings[words[i - 1].Writer], words[i - 1].Token, writing, words[i].Token));
            }

            _ = text.Append(writing.Word(words[i].Token));
        }

        return text.ToString();
    }

    private static ReadOnlySpan<char> Gap(Writing left, int before, Writing right, int after)
    {
        var gap = right.Gap(after);
        if (ReferenceEquals(left, right) && after == before + 1)
        {
            return gap;
        }

        var (leftSpaceless, rightSpaceless) = (left.Tokens[before].IsSpaceless, right.Tokens[after].IsSpaceless);
        if (gap.IsEmpty)
        {
            gap = (after == 0 ? leftSpaceless && rightSpaceless : leftSpaceless || rightSpaceless) ? "" : " ";
        }

        return Apart(left.Word(before), gap, right.Word(after)) ? gap
            : Apart(left.Word(before), " ", right.Word(after)) ? " " : "\n";
    }

    /// <summary>True where two words with white space between them have a grapheme boundary on both sides of it.</summary>
    private static bool Apart(ReadOnlySpan<char> left, ReadOnlySpan<char> gap, ReadOnlySpan<char> right)
    {
        if (char.IsAsciiLetterOrDigit(left[^1]) && (gap.IsEmpty || gap is " ") && char.IsAsciiLetterOrDigit(right[0]))
        {
            return true;
        }

        var together = string.Concat(left, gap, right);
        var place = 0;
        while (place < left.Length)
        {
            place += StringInfo.GetNextTextElementLength(together.AsSpan(place));
        }

        var apart = place == left.Length;
        while (place < left.Length + gap.Length)
        {
            place += StringInfo.GetNextTextElementLength(together.AsSpan(place));
        }

        return apart && place == left.Length + gap.Length;
    }
}
