using System.Text.Json;

namespace LambdaHooks.Cli.Tests.Consolidate;

public sealed class ConsolidationRequestTests : IDisposable
{
    private readonly ConsolidateHere here = new();

    [Fact]
    public async Task RequestsArePreferredToWorkerResponses()
    {
        here.PutResponse("iteration-1", "0", ("a", ConsolidateHere.Choice("Response")));
        PutRequest("iteration-1/2026-11-20_10:00:00.json", Element("0", "a", "Request"));

        await here.ConsolidateAsync(here.Below("job"));

        Assert.Equal("Request", here.Choices()["0"]);
    }

    [Fact]
    public async Task AnObjectCountsAsInTheLastFileOfTheLastIteration()
    {
        PutRequest("iteration-1/2026-11-20_10:00:00.json", Element("0", "a", "first"), Element("1", "a", "only"));
        PutRequest("iteration-2/2026-11-20_09:00:00.json", Element("0", "a", "second"));
        PutRequest("iteration-2/2026-11-20_11:00:00.json", Element("0", "a", "third"));

        var lines = await here.ConsolidateAsync(here.Below("job"));

        Assert.Equal(new Dictionary<string, string> { ["0"] = "third", ["1"] = "only" }, here.Choices());
        Assert.Contains("objects in several files, of which the last counts: 2", lines);
    }

    [Fact]
    public async Task AnElementThatEndsTooEarlyTakesNoOtherWithIt()
    {
        PutRequest("iteration-1/1.json", Element("0", "a", "good"));
        here.Put("job/annotations/consolidated-annotation/consolidation-request/iteration-1/2.json", $$"""[{{Element("1", "a", "good")}},{"datasetObjectId":"2","annotations":[{"workerId":"a","x":"typed te""");
        PutRequest("iteration-1/3.json", Element("3", "a", "good"));

        await here.ConsolidateAsync(here.Below("job"));

        var labels = here.JsonLines("labels.jsonl").ToDictionary(l => (string)l["datasetObjectId"]!);
        Assert.Equal(["0", "1", "2", "3"], labels.Keys);
        Assert.All(["0", "1", "3"], id => Assert.Null(labels[id]["error"]));
        Assert.NotNull(labels["2"]["error"]);
        Assert.Contains("typed te", (string)labels["2"]["rejections"]![0]!["raw"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatIsNoListIsNamed()
    {
        PutRequest("iteration-1/1.json", Element("0", "a", "good"));
        here.Put("job/annotations/consolidated-annotation/consolidation-request/iteration-1/2.json", "{}");

        Assert.Contains("files that could not be read: 1", await here.ConsolidateAsync(here.Below("job")));
    }

    [Fact]
    public async Task APayloadFileAndAFolderOfThemAreReadAsTheyAre()
    {
        var file = here.Put("batches/one.json", $"[{Element("0", "a", "one")}]");
        await here.ConsolidateAsync(file);
        Assert.Equal(["0"], here.Choices().Keys);

        here.Put("batches/two.json", $"[{Element("1", "a", "two")}]");
        Assert.Equal("batches: 2 of 2 objects consolidated, 2 answers used, 0 rejections", (await here.ConsolidateAsync(here.Below("batches")))[0]);
    }

    [Fact]
    public async Task AJobFurtherDownIsFoundAndTheOutputOfThisCommandInItIsNoSecondOne()
    {
        PutRequest("iteration-1/1.json", Element("0", "a", "good"));

        for (var run = 0; run < 2; run++)
        {
            using var console = Programs.RecordingConsole.File();
            var exitCode = await Commands.RunAsync(["consolidate", here.Below("job", ".."), "--out", here.Below("job", "more", "out")], console.Screen);
            Assert.True(exitCode == 0, console.Text);
            Assert.StartsWith("job: 1 of 1", console.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheJobsOutputManifestGivesLinesAndLabelAttribute()
    {
        PutRequest("iteration-1/1.json", Element("1", "a", "new"), Element("5", "a", "stray"));
        here.Put("job/manifests/output/output.manifest", """
            {"source":"one","mine":1.50}
            {"source":"ünö","kind":{"label":"old"},"kind-metadata":{"type":"groundtruth/custom","job-name":"labeling-job/JOB"}}
            not json
            """);

        var lines = await here.ConsolidateAsync(here.Below("job"));

        var written = File.ReadAllLines(here.Below("out", "job.output.manifest"));
        Assert.Equal("""{"source":"one","mine":1.50}""", written[0]);
        Assert.StartsWith("""{"source":"ünö","kind":{"version":1,""", written[1], StringComparison.Ordinal);
        Assert.Equal(["source", "kind", "kind-metadata"], JsonDocument.Parse(written[1]).RootElement.EnumerateObject().Select(m => m.Name));
        Assert.Equal("not json", written[2]);
        Assert.Equal(["5"], here.Choices().Keys);
        Assert.Superset(
            new HashSet<string>(["manifest lines that nobody answered: 1", "manifest lines that could not be read: 1", "objects without a manifest line, written to labels.jsonl: 1"]),
            lines.ToHashSet());
    }

    public void Dispose() => here.Dispose();

    private static string Element(string id, string worker, string label) =>
        $$$"""{"datasetObjectId":"{{{id}}}","dataObject":{"content":"x"},"annotations":[{"workerId":"{{{worker}}}","annotationData":{"content":{{{JsonSerializer.Serialize(ConsolidateHere.Choice(label))}}}}}]}""";

    private void PutRequest(string name, params string[] elements) =>
        here.Put($"job/annotations/consolidated-annotation/consolidation-request/{name}", $"[{string.Join(",\n", elements)}]");
}
