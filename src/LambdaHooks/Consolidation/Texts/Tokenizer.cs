using System.Globalization;
using System.Text;

namespace LambdaHooks.Consolidation.Texts;

/// <summary>Cuts a text into words, and into characters where its script has no spaces; never inside a grapheme.</summary>
/// <remarks>
/// Words end at white space. Punctuation belongs to the word it touches, opening punctuation before a character to that character.
/// Punctuation standing alone belongs to the word before it, at the start of a text to the first word; a text of nothing else is one word.
/// So the words and the white space before them make up the whole text, but for white space at its end.
/// </remarks>
internal ref struct Tokenizer
{
    private readonly ReadOnlySpan<char> text;
    private readonly Vocabulary vocabulary;
    private readonly List<Token> tokens = [];
    private Open open;
    private int gapStart;
    private int start;
    private int end;

    private Tokenizer(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        this.text = text;
        this.vocabulary = vocabulary;
    }

    /// <summary>What is being read.</summary>
    private enum Open
    {
        Nothing,
        Punctuation,
        Word,
        Character,
    }

    private enum Element
    {
        Space,
        Opening,
        Punctuation,
        Letter,
        Character,
    }

    /// <summary>The words of a text in order; none where there is only white space.</summary>
    public static Token[] Tokens(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        var tokenizer = new Tokenizer(text, vocabulary);
        for (var place = 0; place < text.Length;)
        {
            var length = ElementLength(text[place..]);
            tokenizer.Read(KindOf(text.Slice(place, length)), place, length);
            place += length;
        }

        tokenizer.CloseAtSpace();
        tokenizer.KeepLonePunctuation();
        return [.. tokenizer.tokens];
    }

    private static int ElementLength(ReadOnlySpan<char> rest)
    {
        // Two characters of ASCII never form one grapheme, but for the end of a line, whose parts are white space alike.
        var simple = char.IsAscii(rest[0]) && (rest.Length == 1 || char.IsAscii(rest[1]));
        return simple ? 1 : StringInfo.GetNextTextElementLength(rest);
    }

    private static Element KindOf(ReadOnlySpan<char> element)
    {
        var (codePoint, length) = Folding.First(element);
        if (length == element.Length && IsSpace(codePoint))
        {
            return Element.Space;
        }

        return CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
        {
            UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation => Element.Opening,
            UnicodeCategory.Format when length == element.Length => Element.Punctuation,
            var category when Folding.IsPunctuation(category) => Element.Punctuation,
            _ => Scripts.IsSpaceless(codePoint) ? Element.Character : Element.Letter,
        };
    }

    private static bool IsSpace(int codePoint) => Rune.TryCreate(codePoint, out var rune) && Rune.IsWhiteSpace(rune);

    private void Read(Element element, int place, int length)
    {
        switch (element)
        {
            case Element.Space:
                CloseAtSpace();
                return;
            case Element.Character when open is Open.Word or Open.Character:
            case Element.Letter or Element.Opening when open == Open.Character:
                Close();
                break;
        }

        if (open == Open.Nothing)
        {
            start = place;
        }

        end = place + length;
        open = element switch
        {
            Element.Character => Open.Character,
            Element.Letter => Open.Word,
            _ => open == Open.Nothing ? Open.Punctuation : open,
        };
    }

    private void CloseAtSpace()
    {
        if (open != Open.Punctuation)
        {
            Close();
        }
        else if (tokens.Count > 0)
        {
            // Alone between spaces: it belongs to the word before.
            tokens[^1] = tokens[^1] with { End = end };
            (open, gapStart) = (Open.Nothing, end);
        }
        else
        {
            // At the start of the text: it waits for the first word.
        }
    }

    private void Close()
    {
        if (open is Open.Word or Open.Character)
        {
            tokens.Add(new Token(gapStart, start, end, 0, open == Open.Character));
            (open, gapStart) = (Open.Nothing, end);
        }
        else if (open == Open.Punctuation)
        {
            CloseAtSpace();
        }
    }

    private void KeepLonePunctuation()
    {
        if (open == Open.Punctuation)
        {
            tokens.Add(new Token(gapStart, start, end, 0, false));
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            tokens[i] = tokens[i] with { Key = vocabulary.NumberOf(text[tokens[i].Start..tokens[i].End]) };
        }
    }
}
