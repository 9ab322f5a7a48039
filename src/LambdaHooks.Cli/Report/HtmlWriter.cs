namespace LambdaHooks.Cli.Report;

/// <summary>
/// Writes HTML whose tags and attribute names come from the program and whose texts and values come from anybody: they are escaped here
/// and nowhere else, attributes are always quoted, and every element that is opened is closed.
/// </summary>
internal sealed class HtmlWriter(TextWriter output)
{
    /// <summary>Starts an element; it ends when the result is disposed.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="attributes">Names and values; those with null are left out.</param>
    public OpenElement Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        output.Write('<');
        output.Write(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                output.Write(' ');
                output.Write(name);
                output.Write("=\"");
                HtmlText.Write(output, value);
                output.Write('"');
            }
        }

        output.Write('>');
        return new OpenElement(output, tag);
    }

    /// <summary>An element with nothing but text in it.</summary>
    public void Element(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        using (Open(tag, attributes))
        {
            Text(text);
        }
    }

    /// <summary>An element of HTML that has no content and no end tag, such as <c>meta</c>.</summary>
    public void Void(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes) => Open(tag, attributes).Forget();

    /// <summary>Text.</summary>
    public void Text(string text) => HtmlText.Write(output, text);

    /// <summary>A line's end, for whoever reads the source.</summary>
    public void Line() => output.Write('\n');

    /// <summary>The document's type, and the program's own styles, which are no text.</summary>
    /// <param name="html">A constant of the program.</param>
    public void Own(string html) => output.Write(html);
}

/// <summary>An element that is open until it is disposed.</summary>
internal readonly ref struct OpenElement(TextWriter output, string tag)
{
    public void Dispose()
    {
        output.Write("</");
        output.Write(tag);
        output.Write('>');
    }

    /// <summary>Leaves it without an end tag.</summary>
    public void Forget() => _ = tag;
}
