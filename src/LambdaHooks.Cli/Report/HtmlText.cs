using System.Globalization;

namespace LambdaHooks.Cli.Report;

/// <summary>Text that anybody may have written, as characters of HTML: it can start no tag, end no attribute and turn no writing direction.</summary>
internal static class HtmlText
{
    private const int Replacement = 0xFFFD;

    /// <summary>Symbols for control characters, one for each (Unicode block "Control Pictures").</summary>
    private const int Pictures = 0x2400;

    private const int PictureOfDelete = 0x2421;

    /// <summary>Writes a text, good between tags and between double quotes.</summary>
    public static void Write(TextWriter output, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyExcept(Harmless) is var at and >= 0)
        {
            output.Write(text[..at]);
            _ = System.Text.Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
            WriteRune(output, rune, text[at..(at + length)]);
            text = text[(at + length)..];
        }

        output.Write(text);
    }

    private static readonly System.Buffers.SearchValues<char> Harmless = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(' ', 0x7F - ' ').Select(c => (char)c).Where(c => "<>&\"'".IndexOf(c) < 0), '\n', '\t']);

    private static void WriteRune(TextWriter output, System.Text.Rune rune, ReadOnlySpan<char> raw)
    {
        switch (rune.Value)
        {
            case '<' or '>' or '&' or '"' or '\'':
                output.Write(string.Create(CultureInfo.InvariantCulture, $"&#{rune.Value};"));
                break;
            case < ' ':
                output.Write((char)(Pictures + rune.Value));
                break;
            case 0x7F:
                output.Write((char)PictureOfDelete);
                break;
            case (>= 0x80 and <= 0x9F) or Replacement or 0xFFFE or 0xFFFF:
                output.Write((char)Replacement);
                break;
            case (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x2028 or 0x2029:
                output.Write(string.Create(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]"));
                break;
            default:
                output.Write(raw);
                break;
        }
    }
}
