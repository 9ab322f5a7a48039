using System.Globalization;
using System.Text;

namespace LambdaHooks.Cli;

/// <summary>Text that anybody may have written, as one line that no terminal obeys.</summary>
internal static class PlainText
{
    private const char Stop = '·';

    /// <summary>The text with a dot for every character that moves the cursor, starts a command or turns the direction of writing.</summary>
    public static string Of(string text)
    {
        if (text.All(c => c is >= ' ' and < '\u007f'))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = IsObeyed(rune) ? plain.Append(Stop) : plain.Append(rune.ToString());
        }

        return plain.ToString();
    }

    private static bool IsObeyed(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
