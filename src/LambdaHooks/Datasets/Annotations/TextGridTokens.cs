using System.Text;

namespace LambdaHooks.Datasets.Annotations;

/// <summary>
/// What counts in a Praat text file: free-standing numbers, texts in quotes and flags in angle brackets. Everything else is decoration
/// for people, so that the long and the short form read the same (Praat manual, "TextGrid file formats").
/// </summary>
/// <param name="source">The file, for messages.</param>
/// <param name="text">Its text.</param>
internal sealed class TextGridTokens(AnnotationSource source, string text)
{
    private int at;
    private int line = 1;

    /// <summary>Line that the last token starts on, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The next text.</summary>
    public string Text(string what)
    {
        var token = Next(what);
        return token[0] == '"' ? Unquoted(token) : throw source.At(Line, $"{AnnotationException.Quote(token.ToString())} where {what} was expected");
    }

    /// <summary>The next number, as it is written.</summary>
    public string Number(string what)
    {
        var token = Next(what);
        return token[0] is '"' or '<' ? throw source.At(Line, $"{AnnotationException.Quote(token.ToString())} where {what} was expected") : token.ToString();
    }

    /// <summary>The next flag, with its brackets.</summary>
    public string Flag(string what)
    {
        var token = Next(what);
        return token[0] == '<' ? token.ToString() : throw source.At(Line, $"{AnnotationException.Quote(token.ToString())} where {what} was expected");
    }

    private ReadOnlySpan<char> Next(string what)
    {
        while (SkipBlanks())
        {
            Line = line;
            var start = at;
            if (text[at] == '"')
            {
                SkipQuoted();
                return text.AsSpan(start, at - start);
            }

            if (text[at] == '!')
            {
                SkipLine();
                continue;
            }

            SkipWord();
            var word = text.AsSpan(start, at - start);
            if (word[0] == '<' || SecondsText.IsNumber(word) || word[0] is '-' or '+' || char.IsAsciiDigit(word[0]))
            {
                return word;
            }
        }

        throw source.At(line, $"the file ends where {what} was expected");
    }

    private bool SkipBlanks()
    {
        for (; at < text.Length && char.IsWhiteSpace(text[at]); at++)
        {
            CountLine();
        }

        return at < text.Length;
    }

    private void SkipWord()
    {
        // A bare quote inside a word belongs to it: only blanks divide.
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private void SkipLine()
    {
        while (at < text.Length && text[at] is not ('\r' or '\n'))
        {
            at++;
        }
    }

    private void SkipQuoted()
    {
        at++;
        while (true)
        {
            var from = at;
            var quote = text.IndexOf('"', from);
            if (quote < 0)
            {
                throw source.At(Line, "a quote is not closed");
            }

            for (; at < quote; at++)
            {
                CountLine();
            }

            at++;
            if (at == text.Length || text[at] != '"')
            {
                return;
            }

            at++;
        }
    }

    private void CountLine() => line += text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')) ? 1 : 0;

    private static string Unquoted(ReadOnlySpan<char> token) =>
        token.Length < 2 ? "" : new StringBuilder().Append(token[1..^1]).Replace("\"\"", "\"").ToString();
}
