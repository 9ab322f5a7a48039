using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace LambdaHooks.Cli;

/// <summary>Expected responses as files a person can read and a diff can show.</summary>
internal static partial class ExpectedJson
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
            node?.WriteTo(writer);
        }

        var text = System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        return NumberList().Replace(text, list => Space().Replace(list.Value, "")) + "\n";
    }

    [GeneratedRegex(@"\[\s*-?\d+(,\s*-?\d+)+\s*\]")]
    private static partial Regex NumberList();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
