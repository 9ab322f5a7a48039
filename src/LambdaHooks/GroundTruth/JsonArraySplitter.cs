namespace LambdaHooks.GroundTruth;

/// <summary>
/// Cuts a JSON array into the bytes of its elements without judging them, so that one broken element costs only itself.
/// </summary>
/// <remarks>
/// Follows only strings, escapes and brackets: literals that are not JSON (<c>NaN</c>, bare words) stay inside their element. A text
/// that ends too early gives its last element as far as it goes.
/// </remarks>
internal static class JsonArraySplitter
{
    /// <summary>The ranges of the elements; null when the text is not an array.</summary>
    public static List<Range>? Split(ReadOnlySpan<byte> json)
    {
        var open = FirstVisible(json, 0);
        if (open == json.Length || json[open] != (byte)'[')
        {
            return null;
        }

        var elements = new List<Range>();
        var brackets = new JsonBrackets(json);
        _ = brackets.MoveNext();
        var start = brackets.End;
        while (brackets.Depth > 0 && brackets.MoveNext())
        {
            if (brackets is { Kind: (byte)',', Depth: 1 })
            {
                AddElement(json, start, brackets.At, elements);
                start = brackets.End;
            }
            else if (brackets is { Kind: (byte)'}', Depth: 0 })
            {
                // One too many in an element; only ] ends the array, and the next elements are whole.
                brackets.Reopen();
            }
        }

        AddElement(json, start, brackets.At, elements);
        if (brackets.Depth == 0)
        {
            // What follows the array belongs to nobody, but somebody wrote it.
            AddElement(json, brackets.End, json.Length, elements);
        }

        return elements;
    }

    private static void AddElement(ReadOnlySpan<byte> json, int start, int end, List<Range> elements)
    {
        start = FirstVisible(json[..end], start);
        while (end > start && IsSpace(json[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            elements.Add(start..end);
        }
    }

    private static int FirstVisible(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && IsSpace(json[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or 0xEF or 0xBB or 0xBF;
}
