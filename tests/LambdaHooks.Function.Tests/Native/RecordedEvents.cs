using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LambdaHooks.Function.Tests.Emulation;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Function.Tests.Native;

/// <summary>The recorded events of the checkout, and what its README says of them.</summary>
internal static partial class RecordedEvents
{
    private static readonly string[] Readme = File.ReadAllLines(Checkout.Path("events", "README.md"));
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    /// <summary>Names of a hook's events.</summary>
    public static string[] Of(string hook) => [.. Directory.GetFiles(Checkout.Path("events", hook))
        .Where(f => !f.EndsWith(".expected.json", StringComparison.Ordinal))
        .Select(f => Path.GetFileNameWithoutExtension(f))
        .Order(StringComparer.Ordinal)];

    /// <summary>Names of a hook's events that need no bucket.</summary>
    public static string[] ForSam(string hook)
    {
        var table = Readme.SkipWhile(l => !l.Equals($"## {hook} events", StringComparison.OrdinalIgnoreCase)).Skip(1).TakeWhile(l => !l.StartsWith('#')).ToArray();
        return [.. Of(hook).Where(n => table.Any(l => l.StartsWith($"| `{n}` | yes |", StringComparison.Ordinal)))];
    }

    public static EmulatedRequest Request(string hook, string name) => new(File.ReadAllBytes(Checkout.Path("events", hook, $"{name}.json")));

    public static string Expected(string hook, string name) => Comparable(File.ReadAllText(Checkout.Path("events", hook, $"{name}.expected.json")));

    /// <summary>A response as text, with what a clock or a build put into it masked.</summary>
    public static string Comparable(string response)
    {
        var node = JsonNode.Parse(response, documentOptions: Deep)!;
        if (node is JsonObject error && error.ContainsKey("stackTrace"))
        {
            error["stackTrace"] = new JsonArray();
        }

        return Clock().Replace(node.ToJsonString(), "…");
    }

    /// <summary>The variables the README gives the function, with the checkout's folders and a folder for what is written.</summary>
    public static IEnumerable<(string Name, string Value)> Variables(string outFolder) => Readme
        .Select(l => Variable().Match(l))
        .Where(m => m.Success)
        .Select(m => (m.Groups[1].Value, Folder().Replace(m.Groups[2].Value, f => $"{f.Groups[1].Value}{Place(f.Groups[2].Value, outFolder)}/")));

    /// <summary>The variables of <c>sam-local.json</c>, with a folder in place of the container's own.</summary>
    public static IEnumerable<(string Name, string Value)> SamVariables(string function, string folder)
    {
        using var variables = JsonDocument.Parse(File.ReadAllText(Checkout.Path("events", "sam-local.json")));
        return [.. variables.RootElement.GetProperty(function).EnumerateObject()
            .Select(v => (v.Name, v.Value.GetString()!.Replace("/tmp/lambdahooks", folder, StringComparison.Ordinal)))];
    }

    private static string Place(string folder, string outFolder) => folder == "OUT" ? outFolder : Checkout.Path(folder);

    [GeneratedRegex("expires=[0-9]+|signature=[0-9a-f]+|\"notAfter\":\"[^\"]*\"")]
    private static partial Regex Clock();

    [GeneratedRegex("^([A-Z_]+)=\"(.*)\"$")]
    private static partial Regex Variable();

    [GeneratedRegex(@"([=|])(OUT|events|samplemanifests)/")]
    private static partial Regex Folder();
}
