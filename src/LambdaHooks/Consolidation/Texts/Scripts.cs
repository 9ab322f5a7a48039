namespace LambdaHooks.Consolidation.Texts;

/// <summary>Scripts written without spaces between words: there a character stands for a word.</summary>
internal static class Scripts
{
    /// <summary>First and last code point of each block, in order (Unicode Standard, Blocks and Scripts).</summary>
    private static readonly (int First, int Last)[] Spaceless =
    [
        (0x0E00, 0x0E7F), // Thai
        (0x0E80, 0x0EFF), // Lao
        (0x0F00, 0x0FFF), // Tibetan
        (0x1000, 0x109F), // Myanmar
        (0x1780, 0x17FF), // Khmer
        (0x1950, 0x19FF), // Tai Le, New Tai Lue, Khmer symbols
        (0x1A20, 0x1AAF), // Tai Tham
        (0x1B00, 0x1B7F), // Balinese
        (0x2E80, 0x2FDF), // Han radicals
        (0x3005, 0x3007), // Han iteration mark, closing mark and zero
        (0x3021, 0x3029), // Han numerals
        (0x3031, 0x3035), // Kana repeat marks
        (0x3038, 0x303C), // Han numerals, masu mark
        (0x3040, 0x312F), // Hiragana, Katakana, Bopomofo
        (0x31A0, 0x31BF), // Bopomofo
        (0x31F0, 0x31FF), // Katakana
        (0x3400, 0x4DBF), // Han
        (0x4E00, 0x9FFF), // Han
        (0xA980, 0xA9DF), // Javanese
        (0xA9E0, 0xA9FF), // Myanmar
        (0xAA60, 0xAA7F), // Myanmar
        (0xAA80, 0xAADF), // Tai Viet
        (0xF900, 0xFAFF), // Han
        (0xFF66, 0xFF9F), // Katakana, half width
        (0x1AFF0, 0x1B16F), // Kana
        (0x20000, 0x3FFFF), // Han, two planes
    ];

    /// <summary>True where a code point belongs to such a script.</summary>
    public static bool IsSpaceless(int codePoint)
    {
        if (codePoint < Spaceless[0].First)
        {
            return false;
        }

        foreach (var (first, last) in Spaceless)
        {
            if (codePoint <= last)
            {
                return codePoint >= first;
            }
        }

        return false;
    }
}
