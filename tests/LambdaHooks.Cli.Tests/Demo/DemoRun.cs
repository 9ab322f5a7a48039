using System.Text.Json.Nodes;
using LambdaHooks.Cli.Tests.Programs;

[assembly: AssemblyFixture(typeof(LambdaHooks.Cli.Tests.Demo.DemoRun))]

namespace LambdaHooks.Cli.Tests.Demo;

/// <summary>The demo on the project's own samples, run once for all tests.</summary>
public sealed class DemoRun : IAsyncLifetime
{
    public static readonly string[] Jobs = ["single-clips", "comparisons"];

    private readonly TemporaryFolder folder = new();

    public string Folder => folder.Path;

    internal ProgramRun Run { get; private set; } = null!;

    /// <summary>The lines of a manifest that came with the project.</summary>
    public static JsonNode[] Manifest(string job) => JsonLines(Checkout.Path("samplemanifests", $"{job}.manifest"));

    /// <summary>Every candidate of the sample comparisons.</summary>
    public static IEnumerable<JsonNode> Candidates => Manifest("comparisons").SelectMany(l => l["candidates"]!.AsArray())!;

    public static JsonNode[] JsonLines(string path) => [.. File.ReadAllLines(path).Select(l => JsonNode.Parse(l)!)];

    public async ValueTask InitializeAsync() => Run = await ManagedCli.RunAsync("demo", "--out", Folder);

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    public JsonNode[] OutputManifest(string job) => JsonLines(Path.Combine(Folder, $"{job}.output.manifest"));

    public JsonNode[] Records(string kind) => JsonLines(Path.Combine(Folder, $"{kind}.jsonl"));

    /// <summary>The text of every task input, by the name of its file.</summary>
    public IReadOnlyDictionary<string, string> TaskInputs =>
        Directory.EnumerateFiles(Path.Combine(Folder, "task-inputs")).ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText);

    /// <summary>What was shown of one object, without its title.</summary>
    public string Shown(string title) =>
        string.Join('\n', Run.Output.Split('\n').SkipWhile(l => !l.StartsWith(title, StringComparison.Ordinal)).Skip(1).TakeWhile(l => l.Length > 0));
}
