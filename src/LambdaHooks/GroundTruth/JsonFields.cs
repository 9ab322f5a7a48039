using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>Reading JSON that anybody may have written: every accessor answers "not there" instead of throwing.</summary>
internal static class JsonFields
{
    /// <summary>
    /// Depth to which JSON is read. Form answers nest a handful of levels; deeper ones are an attack or an accident.
    /// </summary>
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 64 };

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
            problem = $"not valid JSON at byte {e.BytePositionInLine ?? 0} of line {(e.LineNumber ?? 0) + 1}";
            return false;
        }
    }

    /// <summary>Parses a JSON text held in a string.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out JsonDocument? document, out string problem)
    {
        try
        {
            return TryParse(StrictUtf8.GetBytes(text), out document, out problem);
        }
        catch (EncoderFallbackException)
        {
            document = null;
            problem = "holds half of a surrogate pair";
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
    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>The members of an object; none where the element is no object.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : [];

    private static bool TryProperty(JsonElement element, string name, out JsonElement member)
    {
        try
        {
            return element.TryGetProperty(name, out member);
        }
        catch (InvalidOperationException)
        {
            // Another name on the way holds half of a surrogate pair.
            member = element.EnumerateObject().LastOrDefault(p => p.TryName(out var found) && found == name).Value;
            return member.ValueKind != JsonValueKind.Undefined;
        }
    }

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[3..] : utf8;
}
