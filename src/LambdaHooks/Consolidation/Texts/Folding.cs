using System.Buffers;
using System.Globalization;
using System.Text;

namespace LambdaHooks.Consolidation.Texts;

/// <summary>
/// The form in which words are compared: NFKD with full case folding, without default-ignorable code points, so that two words are equal
/// exactly where NFKC_Casefold makes them equal (Unicode Standard, 3.13), and typographic apostrophes and dashes equal the typed ones.
/// </summary>
/// <remarks>
/// Own data instead of <see cref="string.Normalize()"/>: that asks a library of the system, which an invariant program does not have, and
/// refuses unpaired surrogates. Categories and graphemes come from the runtime's own tables, the same on every system.
/// Not thread-safe: it keeps its buffers between words.
/// </remarks>
internal sealed class Folding
{
    private const int HangulFirst = 0xAC00;
    private const int HangulCount = 11172;

    private readonly ArrayBufferWriter<int> codePoints = new();
    private readonly ArrayBufferWriter<char> folded = new();

    /// <summary>The folded word without outer punctuation; with it where nothing else is there. Valid until the next call.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        var whole = Folded(word);
        var core = WithoutOuterPunctuation(whole);
        return core.IsEmpty ? whole : core;
    }

    /// <summary>The folded word, all of it. Valid until the next call.</summary>
    public ReadOnlySpan<char> Folded(ReadOnlySpan<char> word)
    {
        folded.ResetWrittenCount();
        if (Ascii.IsValid(word))
        {
            _ = Ascii.ToLower(word, folded.GetSpan(Math.Max(1, word.Length)), out var length);
            folded.Advance(length);
            return folded.WrittenSpan;
        }

        Decompose(word);
        Order();
        Write();
        return folded.WrittenSpan;
    }

    /// <summary>The code point at the start, an unpaired surrogate counting as one, and how many UTF-16 units it takes.</summary>
    public static (int CodePoint, int Length) First(ReadOnlySpan<char> text) =>
        text.Length > 1 && char.IsSurrogatePair(text[0], text[1]) ? (char.ConvertToUtf32(text[0], text[1]), 2) : (text[0], 1);

    /// <summary>True for punctuation of every kind.</summary>
    public static bool IsPunctuation(UnicodeCategory category) =>
        category is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherPunctuation;

    private void Decompose(ReadOnlySpan<char> word)
    {
        codePoints.ResetWrittenCount();
        Span<int> single = stackalloc int[1];
        while (!word.IsEmpty)
        {
            var (codePoint, length) = First(word);
            word = word[length..];
            if (codePoint - HangulFirst is >= 0 and < HangulCount)
            {
                DecomposeHangul(codePoint - HangulFirst);
            }
            else
            {
                codePoints.Write(FoldingTable.Of(codePoint, single));
            }
        }
    }

    /// <summary>A syllable into its two or three letters, by the arithmetic of the Unicode Standard, 3.12.</summary>
    private void DecomposeHangul(int syllable)
    {
        codePoints.Write([0x1100 + (syllable / 588), 0x1161 + (syllable % 588 / 28)]);
        if (syllable % 28 is > 0 and var last)
        {
            codePoints.Write([0x11A7 + last]);
        }
    }

    /// <summary>Sorts each run of combining marks by class, those of one class staying in their order.</summary>
    private void Order()
    {
        var points = System.Runtime.InteropServices.MemoryMarshal.AsMemory(codePoints.WrittenMemory).Span;
        for (var i = 0; i < points.Length; i++)
        {
            var end = i;
            while (end < points.Length && FoldingTable.CombiningClass(points[end]) != 0)
            {
                end++;
            }

            if (end - i > 1)
            {
                SortMarks(points[i..end]);
            }

            i = end;
        }
    }

    private static void SortMarks(Span<int> marks)
    {
        var keys = new long[marks.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = ((long)FoldingTable.CombiningClass(marks[i]) << 32) | (uint)i;
        }

        keys.AsSpan().Sort(marks);
    }

    private void Write()
    {
        foreach (var codePoint in codePoints.WrittenSpan)
        {
            var room = folded.GetSpan(2);
            if (codePoint <= char.MaxValue)
            {
                room[0] = (char)codePoint;
                folded.Advance(1);
            }
            else
            {
                folded.Advance(new Rune(codePoint).EncodeToUtf16(room));
            }
        }
    }

    private static ReadOnlySpan<char> WithoutOuterPunctuation(ReadOnlySpan<char> word)
    {
        while (!word.IsEmpty && First(word) is var (first, length) && IsPunctuation(CharUnicodeInfo.GetUnicodeCategory(first)))
        {
            word = word[length..];
        }

        while (!word.IsEmpty && Last(word) is var (last, length) && IsPunctuation(CharUnicodeInfo.GetUnicodeCategory(last)))
        {
            word = word[..^length];
        }

        return word;
    }

    private static (int CodePoint, int Length) Last(ReadOnlySpan<char> word) =>
        word.Length > 1 && char.IsSurrogatePair(word[^2], word[^1]) ? (char.ConvertToUtf32(word[^2], word[^1]), 2) : (word[^1], 1);
}
