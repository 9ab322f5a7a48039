using System.Text.Json.Nodes;
using LambdaHooks.Cli.Tests.Programs;

namespace LambdaHooks.Cli.Tests.Replay;

/// <summary>Copies of recorded events in a folder of a test's own.</summary>
internal sealed class EventFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Path => folder.Path;

    public string Below(string name) => folder.Below(name);

    /// <summary>Copies an event of the project, with what is expected of it.</summary>
    /// <returns>The copy's path.</returns>
    public string Copy(string hook, string name)
    {
        foreach (var ending in (string[])[".json", ".expected.json"])
        {
            folder.Put($"{hook}/{name}{ending}", File.ReadAllText(Checkout.Path("events", hook, name + ending)));
        }

        return folder.Below(hook, $"{name}.json");
    }

    /// <summary>Writes an event, and what is expected where something is.</summary>
    /// <returns>The event's path.</returns>
    public string Put(string name, string request, string? expected = null)
    {
        if (expected is not null)
        {
            folder.Put($"{name}.expected.json", expected);
        }

        return folder.Put($"{name}.json", request);
    }

    /// <summary>Changes what is expected of an event.</summary>
    public static void Expect(string path, Action<JsonNode> change)
    {
        var expected = ExpectedOf(path);
        var node = JsonNode.Parse(File.ReadAllText(expected))!;
        change(node);
        File.WriteAllText(expected, node.ToJsonString());
    }

    /// <summary>The first segment of the first track of the first object.</summary>
    public static JsonNode FirstSegment(JsonNode response, string job) =>
        response[0]!["consolidatedAnnotation"]!["content"]![job]!["tracks"]![0]!["segments"]![0]!;

    public static string ExpectedOf(string path) => System.IO.Path.ChangeExtension(path, ".expected.json");

    public void Dispose() => folder.Dispose();
}
