using System.Text;

namespace LambdaHooks.Datasets.Annotations;

/// <summary>The rows of a delimited text as RFC 4180 has them, with any line ends; blank lines are left out. Time and memory are linear.</summary>
/// <param name="source">The file, for messages.</param>
/// <param name="text">Its text.</param>
/// <param name="delimiter">What stands between fields.</param>
internal sealed class DelimitedRows(AnnotationSource source, string text, char delimiter)
{
    private int at;
    private int line = 1;

    /// <summary>Number of the line that the current row starts on, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Reads the next row, its fields trimmed; false at the end.</summary>
    /// <exception cref="AnnotationException">A quote is not closed, or something follows it.</exception>
    public bool Read(List<string> fields)
    {
        SkipBlankLines();
        fields.Clear();
        Line = line;
        if (at == text.Length)
        {
            return false;
        }

        fields.Add(ReadField());
        while (at < text.Length && text[at] == delimiter)
        {
            at++;
            fields.Add(ReadField());
        }

        SkipLineEnd();
        return true;
    }

    /// <summary>Lines of blanks; a line of delimiters alone is a row, though a tab may be both.</summary>
    private void SkipBlankLines()
    {
        for (var end = at; end < text.Length; )
        {
            var c = text[end];
            if (c is '\r' or '\n')
            {
                at = end;
                SkipLineEnd();
                end = at;
            }
            else if (c == delimiter || !char.IsWhiteSpace(c))
            {
                return;
            }
            else
            {
                end++;
            }

            if (end == text.Length)
            {
                at = end;
            }
        }
    }

    private string ReadField()
    {
        if (at < text.Length && text[at] == '"')
        {
            return ReadQuoted();
        }

        var rest = text.AsSpan(at);
        var length = rest.IndexOfAny(delimiter, '\r', '\n');
        length = length < 0 ? rest.Length : length;
        at += length;
        return rest[..length].Trim().ToString();
    }

    private string ReadQuoted()
    {
        var opened = line;
        var field = new StringBuilder();
        at++;
        while (true)
        {
            var quote = text.IndexOf('"', at);
            if (quote < 0)
            {
                throw source.At(opened, "a quote is not closed");
            }

            var part = text.AsSpan(at, quote - at);
            _ = field.Append(part);
            CountLines(part);
            at = quote + 1;
            if (at == text.Length || text[at] != '"')
            {
                return EndsField() ? field.ToString().Trim() : throw source.At(line, "something follows a closing quote");
            }

            _ = field.Append('"');
            at++;
        }
    }

    private bool EndsField() => at == text.Length || text[at] == delimiter || text[at] is '\r' or '\n';

    private void CountLines(ReadOnlySpan<char> part)
    {
        for (var i = 0; i < part.Length; i++)
        {
            line += part[i] == '\n' || (part[i] == '\r' && (i + 1 == part.Length || part[i + 1] != '\n')) ? 1 : 0;
        }
    }

    private void SkipLineEnd()
    {
        if (at < text.Length)
        {
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            line++;
        }
    }
}
