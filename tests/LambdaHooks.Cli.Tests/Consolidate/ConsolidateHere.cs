using System.Text.Json;
using System.Text.Json.Nodes;
using LambdaHooks.Cli.Tests.Demo;
using LambdaHooks.Cli.Tests.Programs;

namespace LambdaHooks.Cli.Tests.Consolidate;

/// <summary>The command in this process, over a folder of its own.</summary>
internal sealed class ConsolidateHere : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Out => folder.Below("out");

    public string Below(params string[] parts) => folder.Below(parts);

    public string Put(string name, string content) => folder.Put(name, content);

    /// <summary>A file with one worker's answer, as Ground Truth keeps it.</summary>
    /// <param name="iteration">Folder of the iteration.</param>
    /// <param name="id">The object.</param>
    /// <param name="answers">Worker and answer content.</param>
    public string PutResponse(string iteration, string id, params (string Worker, string Content)[] answers) => Put(
        $"job/annotations/worker-response/{iteration}/{id}/2026-11-20_10:00:{answers.Length:00}-{(answers.Length == 0 ? "none" : answers[0].Worker)}.json",
        $$"""{"answers":[{{string.Join(',', answers.Select(a => $$"""{"answerContent":{{a.Content}},"submissionTime":"2026-11-20T10:00:00Z","workerId":{{JsonSerializer.Serialize(a.Worker)}}}"""))}}]}""");

    /// <summary>Runs the command; an exception that leaves it fails the test.</summary>
    public async Task<(int ExitCode, string[] Lines)> RunAsync(string input, params string[] arguments)
    {
        using var console = RecordingConsole.File();
        var exitCode = await Commands.RunAsync(["consolidate", input, "--out", Out, .. arguments], console.Screen);
        return (exitCode, console.Text.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Runs it and expects a good end.</summary>
    public async Task<string[]> ConsolidateAsync(string input, params string[] arguments)
    {
        var (exitCode, lines) = await RunAsync(input, arguments);
        Assert.True(exitCode == 0, string.Join('\n', lines));
        return lines;
    }

    public JsonNode[] JsonLines(string name) => DemoRun.JsonLines(Path.Combine(Out, name));

    /// <summary>The chosen label of each object of <c>labels.jsonl</c>, for answers with one choice.</summary>
    public Dictionary<string, string> Choices(string question = "crowd-image-classifier") =>
        JsonLines("labels.jsonl").ToDictionary(l => (string)l["datasetObjectId"]!, l => (string)l["clip"]![question]!["value"]!["label"]!);

    public string Text(string name) => File.ReadAllText(Path.Combine(Out, name));

    public void Dispose() => folder.Dispose();

    public static string Choice(string label) => $$$"""{"crowd-image-classifier":{"label":"{{{label}}}"}}""";
}
