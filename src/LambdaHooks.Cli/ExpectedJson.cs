using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace LambdaHooks.Cli;

/// <summary>Expected responses as files a person can read and a diff can show.</summary>
internal static class ExpectedJson
{
    private const string StackTrace = "stackTrace";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // As deep as hooks read, and more than they add.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    /// <summary>The response without what differs from build to build: stack traces.</summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    /// <exception cref="InvalidOperationException">A text holds half of a surrogate pair.</exception>
    public static JsonNode? Comparable(ReadOnlyMemory<byte> response)
    {
        using var document = Parse(response);
        var node = ToNode(document.RootElement);
        if (node is JsonObject error && error.ContainsKey(StackTrace))
        {
            error[StackTrace] = new JsonArray();
        }

        return node;
    }

    /// <summary>Indented JSON, with lists of numbers on one line.</summary>
    public static string Write(JsonNode? node)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable))
        {
            Write(writer, node);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    /// <summary>Parses a file, with or without the byte order mark that some editors put before it.</summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8) =>
        JsonDocument.Parse(utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8, Deep);

    /// <summary>The element as nodes. Of a repeated member the last counts, where <see cref="JsonNode.Parse(string, JsonNodeOptions?, JsonDocumentOptions)"/> would throw.</summary>
    private static JsonNode? ToNode(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in element.EnumerateObject())
                {
                    members[member.Name] = ToNode(member.Value);
                }

                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(ToNode)]);
            case JsonValueKind.String:
                return JsonValue.Create(element.GetString());
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(element.Clone());
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                writer.WriteStartObject();
                foreach (var (name, value) in members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray { Count: > 1 } numbers when numbers.All(n => n?.GetValueKind() == JsonValueKind.Number):
                writer.WriteRawValue(numbers.ToJsonString());
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
