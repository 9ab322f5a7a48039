using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace LambdaHooks.Cli;

/// <summary>One place where two JSON texts differ.</summary>
/// <param name="Path">Where, as <c>$.member[index]</c>.</param>
/// <param name="Expected">What should stand there; null where nothing should.</param>
/// <param name="Actual">What stands there; null where nothing does.</param>
internal sealed record JsonDifference(string Path, string? Expected, string? Actual)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Every place where two texts differ, in the order of the expected one.</summary>
    public static IReadOnlyList<JsonDifference> Between(JsonNode? expected, JsonNode? actual)
    {
        var found = new List<JsonDifference>();
        Compare("$", expected, actual, found);
        return found;
    }

    private static void Compare(string path, JsonNode? expected, JsonNode? actual, List<JsonDifference> found)
    {
        switch (expected, actual)
        {
            case (JsonObject a, JsonObject b):
                foreach (var name in a.Select(m => m.Key).Union(b.Select(m => m.Key)))
                {
                    CompareMembers($"{path}.{name}", (a.ContainsKey(name), a[name]), (b.ContainsKey(name), b[name]), found);
                }

                break;
            case (JsonArray a, JsonArray b):
                for (var i = 0; i < Math.Max(a.Count, b.Count); i++)
                {
                    CompareMembers($"{path}[{i}]", (i < a.Count, i < a.Count ? a[i] : null), (i < b.Count, i < b.Count ? b[i] : null), found);
                }

                break;
            default:
                if (!JsonNode.DeepEquals(expected, actual))
                {
                    found.Add(new JsonDifference(path, Text(expected), Text(actual)));
                }

                break;
        }
    }

    private static void CompareMembers(string path, (bool There, JsonNode? Node) expected, (bool There, JsonNode? Node) actual, List<JsonDifference> found)
    {
        if (expected.There && actual.There)
        {
            Compare(path, expected.Node, actual.Node, found);
        }
        else
        {
            found.Add(new JsonDifference(path, expected.There ? Text(expected.Node) : null, actual.There ? Text(actual.Node) : null));
        }
    }

    private static string Text(JsonNode? node) => node?.ToJsonString(Readable) ?? "null";
}
