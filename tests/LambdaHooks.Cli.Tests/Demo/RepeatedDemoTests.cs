using System.Text.Json.Nodes;
using LambdaHooks.Cli.Tests.Programs;

namespace LambdaHooks.Cli.Tests.Demo;

public sealed class RepeatedDemoTests(DemoRun demo)
{
    [Fact]
    public async Task ASecondRunElsewhereGivesTheSameBytes()
    {
        using var elsewhere = new TemporaryFolder();
        var again = await ManagedCli.RunAsync("demo", "--out", elsewhere.Path);

        Assert.Equal(demo.Run.Output.Replace(demo.Folder, "", StringComparison.Ordinal), again.Output.Replace(elsewhere.Path, "", StringComparison.Ordinal));
        Assert.Equal(DemoFiles.Below(demo.Folder), DemoFiles.Below(elsewhere.Path));
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

    private static void DropOneWorkerFrom(string path)
    {
        var answers = JsonNode.Parse(File.ReadAllText(path))!.AsArray();
        answers[0]!["annotations"]!.AsArray().RemoveAt(3);
        File.WriteAllText(path, answers.ToJsonString());
    }
}
