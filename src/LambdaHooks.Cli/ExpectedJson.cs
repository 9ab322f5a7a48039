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

    /// <summary>The response without what differs from build to build: stack traces.</summary>
    public static JsonNode? Comparable(ReadOnlyMemory<byte> response)
    {
        var node = JsonNode.Parse(response.Span);
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

        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
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
