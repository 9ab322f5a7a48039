using System.Buffers;

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
    private static readonly SearchValues<byte> Structural = SearchValues.Create("\"{}[],"u8);
    private static readonly SearchValues<byte> InString = SearchValues.Create("\"\\"u8);

    /// <summary>The ranges of the elements; null when the text is not an array.</summary>
    public static List<Range>? Split(ReadOnlySpan<byte> json)
    {
        var open = FirstVisible(json, 0);
        if (open == json.Length || json[open] != (byte)'[')
        {
            return null;
        }

        var elements = new List<Range>();
        var (depth, start, at) = (1, open + 1, open + 1);
        while (depth > 0)
        {
            var step = json[at..].IndexOfAny(Structural);
            if (step < 0)
            {
                at = json.Length;
                break;
            }

            at += step;
            switch (json[at])
            {
                case (byte)'"':
                    at = AfterString(json, at + 1) - 1;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)',' when depth == 1:
                    AddElement(json, start, at, elements);
                    start = at + 1;
                    break;
                case (byte)'}' when depth == 1:
                    // One too many in an element; only ] ends the array, and the next elements are whole.
                    break;
                case (byte)'}' or (byte)']':
                    depth--;
                    break;
                default:
                    break;
            }

            at++;
        }

        AddElement(json, start, depth == 0 ? at - 1 : json.Length, elements);
        if (depth == 0)
        {
            // What follows the array belongs to nobody, but somebody wrote it.
            AddElement(json, at, json.Length, elements);
        }

        return elements;
    }

    /// <summary>Index after the closing quote of a string whose first character is at <paramref name="at"/>; the length where it never closes.</summary>
    public static int AfterString(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length)
        {
            var step = json[at..].IndexOfAny(InString);
            if (step < 0)
            {
                return json.Length;
            }

            at += step;
            if (json[at] == (byte)'"')
            {
                return at + 1;
            }

            at += 2;
        }

        return json.Length;
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
