using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LambdaHooks.Cli.Tests.Programs;

namespace LambdaHooks.Cli.Tests.Demo;

public sealed partial class RepeatedDemoTests(DemoRun demo)
{
    [Fact]
    public async Task ASecondRunElsewhereGivesTheSameBytes()
    {
        using var elsewhere = new TemporaryFolder();
        var again = await ManagedCli.RunAsync("demo", "--out", elsewhere.Path);

        Assert.Equal(demo.Run.Output.Replace(demo.Folder, "", StringComparison.Ordinal), again.Output.Replace(elsewhere.Path, "", StringComparison.Ordinal));
        Assert.Equal(FilesBelow(demo.Folder), FilesBelow(elsewhere.Path));
    }

    [Fact]
    public async Task RecordsOfEarlierAnswersInTheSameFolderAreNotMixedIn()
    {
        using var folder = new TemporaryFolder();
        var samples = folder.Copy("samplemanifests");
        var run = await ManagedCli.RunAsync("demo", "--samples", samples, "--out", folder.Below("out"));
        Assert.Equal(0, run.ExitCode);

        DropOneWorkerFrom(Path.Combine(samples, "answers", "comparisons.json"));
        var again = await ManagedCli.RunAsync("demo", "--samples", samples, "--out", folder.Below("out"));

        Assert.Equal(0, again.ExitCode);
        Assert.All(["sft.jsonl", "preferences.jsonl"], file =>
        {
            var ids = DemoRun.JsonLines(folder.Below("out", file)).Select(r => (string)r["id"]!).ToArray();
            Assert.NotEmpty(ids);
            Assert.Equal(ids.Distinct(), ids);
        });
    }

    /// <summary>Every file by its path below the folder, with what a clock put into it masked.</summary>
    private static SortedDictionary<string, string> FilesBelow(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f), f => Clock().Replace(File.ReadAllText(f), "…")), StringComparer.Ordinal);

    private static void DropOneWorkerFrom(string path)
    {
        var answers = JsonNode.Parse(File.ReadAllText(path))!.AsArray();
        answers[0]!["annotations"]!.AsArray().RemoveAt(3);
        File.WriteAllText(path, answers.ToJsonString());
    }

    [GeneratedRegex("""expires=\d+|signature=[0-9a-f]+|"notAfter":"[^"]*"|"creation-date":"[^"]*" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Clock();
}
