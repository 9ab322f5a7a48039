using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Report;

/// <summary>Texts of people: short ones as they are, long ones folded, endless ones cut.</summary>
internal static class Folded
{
    private const int Short = 160;

    /// <summary>Longest text of a report; whoever wants all of it finds it in the label.</summary>
    private const int Longest = 20_000;

    private const int LongestTip = 200;

    /// <summary>Confidence below which a word is marked.</summary>
    private const double LowConfidence = 0.8;

    /// <summary>A text, isolated in its own writing direction.</summary>
    public static void Write(HtmlWriter html, string text)
    {
        if (text.Length <= Short)
        {
            html.Element("bdi", text);
            return;
        }

        using (html.Open("details"))
        {
            using (html.Open("summary"))
            {
                html.Element("bdi", Cut(text, Short / 2));
            }

            html.Element("bdi", Cut(text, Longest), ("class", "long"));
            if (text.Length > Longest)
            {
                html.Element("p", $"{Figures.Count(text.Length - Longest)} more characters are in the label.", ("class", "note"));
            }
        }
    }

    /// <summary>A text whose words have confidences: those below 0.8 are underlined, and each says its figure.</summary>
    public static void Write(HtmlWriter html, string text, IReadOnlyList<WordWire>? words)
    {
        if (words is not { Count: > 0 } || text.Length > Longest)
        {
            Write(html, text);
            return;
        }

        using (html.Open("bdi"))
        {
            var at = 0;
            foreach (var word in words)
            {
                var found = text.IndexOf(word.Text, at, StringComparison.Ordinal);
                html.Text(found < 0 ? " " : text[at..found]);
                WriteWord(html, word);
                at = found < 0 ? at : found + word.Text.Length;
            }

            html.Text(text[at..]);
        }
    }

    /// <summary>A text short enough for a tooltip.</summary>
    public static string Tip(string text) => Cut(text, LongestTip);

    private static void WriteWord(HtmlWriter html, WordWire word)
    {
        if (word.Confidence < LowConfidence)
        {
            html.Element("u", word.Text, ("title", $"confidence {Figures.Share(word.Confidence)}"));
        }
        else
        {
            html.Text(word.Text);
        }
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : $"{text[..(length - (char.IsHighSurrogate(text[length - 1]) ? 1 : 0))]}…";
}
