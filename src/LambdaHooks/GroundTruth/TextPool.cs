using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>
/// Holds what several workers wrote alike once: labels, ids and most transcripts of one clip are the same five times over, and a large batch
/// is mostly that.
/// </summary>
internal sealed class TextPool
{
    private const int LongestShared = 256;

    private readonly HashSet<string> texts = new(StringComparer.Ordinal);

    /// <summary>A string's text; false where the element is no string or holds half of a surrogate pair.</summary>
    public bool TryText(JsonElement element, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (element.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        var raw = JsonMarshal.GetRawUtf8Value(element)[1..^1];
        Span<char> plain = stackalloc char[Math.Min(raw.Length, LongestShared)];
        if (raw.Length <= LongestShared && !raw.Contains((byte)'\\') && Ascii.ToUtf16(raw, plain, out _) == System.Buffers.OperationStatus.Done)
        {
            text = Shared(plain);
            return true;
        }

        return element.TryText(out text);
    }

    private string Shared(ReadOnlySpan<char> plain)
    {
        var lookup = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(plain, out var text))
        {
            text = plain.ToString();
            _ = texts.Add(text);
        }

        return text;
    }
}
