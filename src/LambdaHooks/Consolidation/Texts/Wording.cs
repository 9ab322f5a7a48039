using System.Globalization;
using System.Text;

namespace LambdaHooks.Consolidation.Texts;

/// <summary>Puts chosen words together with the white space they had where they come from.</summary>
internal static class Wording
{
    /// <summary>The text of the words; without white space at its ends.</summary>
    /// <remarks>
    /// White space is left out only beside a character of a script without spaces, and only where no grapheme would come of two.
    /// A word that opened its text brings no white space along, so it is given a space where one is needed.
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

        var (spaceless, both) = (left.Tokens[before].IsSpaceless || right.Tokens[after].IsSpaceless, left.Tokens[before].IsSpaceless && right.Tokens[after].IsSpaceless);
        if (after == 0)
        {
            gap = both ? "" : " ";
        }

        return !gap.IsEmpty || (spaceless && StayApart(left.Word(before), right.Word(after))) ? gap : " ";
    }

    /// <summary>True where two words written together keep a grapheme boundary between them.</summary>
    private static bool StayApart(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var together = string.Concat(left, right);
        var place = 0;
        while (place < left.Length)
        {
            place += StringInfo.GetNextTextElementLength(together.AsSpan(place));
        }

        return place == left.Length;
    }
}
