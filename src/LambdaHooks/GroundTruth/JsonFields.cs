using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>Reading JSON that anybody may have written: every accessor answers "not there" instead of throwing.</summary>
internal static class JsonFields
{
    /// <summary>What is wrong with a text that UTF-8 cannot hold.</summary>
    public const string HalfPair = "text that holds half of a surrogate pair";

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = JsonDepth.Most };

    /// <summary>Parses a whole text; false with the reason where it is not JSON.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out JsonDocument? document, out string problem)
    {
        try
        {
            document = JsonDocument.Parse(WithoutMark(utf8), Reading);
            problem = "";
            return true;
        }
        catch (JsonException e)
        {
            document = null;
            problem = JsonDepth.IsExceeded(utf8.Span) ? $"nested deeper than {JsonDepth.Most}" : $"not valid JSON at byte {e.BytePositionInLine ?? 0} of line {(e.LineNumber ?? 0) + 1}";
            return false;
        }
    }

    /// <summary>Parses a JSON text held in a JSON string, without making a string of it.</summary>
    public static bool TryParseNested(JsonElement element, [NotNullWhen(true)] out JsonDocument? document, out string problem)
    {
        if (element.TryUtf8(out var text))
        {
            return TryParse(text, out document, out problem);
        }

        (document, problem) = (null, HalfPair);
        return false;
    }

    /// <summary>A string's text as UTF-8; false where the element is no string or holds half of a surrogate pair.</summary>
    public static bool TryUtf8(this JsonElement element, out ReadOnlyMemory<byte> text)
    {
        text = default;
        if (element.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        var quoted = JsonMarshal.GetRawUtf8Value(element);
        var reader = new Utf8JsonReader(quoted);
        _ = reader.Read();
        var room = new byte[quoted.Length];
        try
        {
            text = room.AsMemory(0, reader.CopyString(room));
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A member of an object; false where the element is no object or has no such member.</summary>
    public static bool TryMember(this JsonElement element, string name, out JsonElement member)
    {
        member = default;
        return element.ValueKind == JsonValueKind.Object && TryProperty(element, name, out member) && member.ValueKind != JsonValueKind.Null;
    }

    /// <summary>A string's text; false where the element is no string or holds half of a surrogate pair.</summary>
    public static bool TryText(this JsonElement element, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (element.ValueKind == JsonValueKind.String)
        {
            try
            {
                text = element.GetString();
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }

        return text is not null;
    }

    /// <summary>The text of a member, or null.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.TryMember(name, out var member) && member.TryText(out var text) ? text : null;

    /// <summary>The name of a member; false where it holds half of a surrogate pair.</summary>
    public static bool TryName(this JsonProperty property, [NotNullWhen(true)] out string? name)
    {
        try
        {
            name = property.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = null;
            return false;
        }
    }

    /// <summary>The element's JSON as it came; bytes that are no UTF-8 become replacement characters.</summary>
    public static string Raw(this JsonElement element) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element));

    /// <summary>The elements of an array; none where the element is no array.</summary>
    public static JsonElement.ArrayEnumerator Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : default;

    /// <summary>The texts of an array; false where one of its elements is no text.</summary>
    public static bool TryTexts(this JsonElement element, out IReadOnlyList<string> texts) => element.TryTexts(new TextPool(), out texts);

    /// <summary>The texts of an array, shared with others; false where one of its elements is no text.</summary>
    public static bool TryTexts(this JsonElement element, TextPool pool, out IReadOnlyList<string> texts)
    {
        texts = [];
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() == 0)
        {
            return true;
        }

        var found = new string[element.GetArrayLength()];
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            if (!pool.TryText(item, out var text))
            {
                return false;
            }

            found[index++] = text;
        }

        texts = found;
        return true;
    }

    /// <summary>The members of an object; none where the element is no object.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : [];

    /// <summary>A member's JSON as it came, name and value.</summary>
    public static string Raw(this JsonProperty property) => $"\"{Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(property))}\":{property.Value.Raw()}";

    private static bool TryProperty(JsonElement element, string name, out JsonElement member)
    {
        try
        {
            return element.TryGetProperty(name, out member);
        }
        catch (InvalidOperationException)
        {
            // Another name on the way holds half of a surrogate pair.
            member = Readable(element, name);
            return member.ValueKind != JsonValueKind.Undefined;
        }
    }

    private static JsonElement Readable(JsonElement element, string name) =>
        element.EnumerateObject().LastOrDefault(p => p.TryName(out var found) && found == name).Value;

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[3..] : utf8;
}
