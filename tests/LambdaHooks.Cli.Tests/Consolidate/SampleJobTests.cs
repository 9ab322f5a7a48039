using System.Text.Json.Nodes;
using LambdaHooks.Cli.Tests.Demo;

namespace LambdaHooks.Cli.Tests.Consolidate;

public sealed class SampleJobTests(DemoRun demo) : IDisposable
{
    private readonly ConsolidateHere here = new();

    [Theory]
    [InlineData("single-clips", "tracks", "clip", "agreement", "workers", "notices", "rejections")]
    [InlineData("comparisons", "tracks", "clip", "agreement", "preference", "notices", "rejections")]
    public async Task AManifestWithItsAnswersGivesTheDemosLabels(string job, params string[] members)
    {
        await here.ConsolidateAsync(Checkout.Path("samplemanifests", $"{job}.manifest"));

        var (expected, actual) = (demo.OutputManifest(job), here.JsonLines($"{job}.output.manifest"));
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair =>
        {
            Assert.Equal(pair.First.AsObject().Select(m => m.Key), pair.Second.AsObject().Select(m => m.Key));
            Assert.All(members, m => Assert.True(JsonNode.DeepEquals(pair.First[job]![m], pair.Second[job]![m]), m));
        });
        Assert.False(File.Exists(here.Below("out", "labels.jsonl")));
    }

    [Fact]
    public async Task RecordsAreThoseOfTheDemo()
    {
        await here.ConsolidateAsync(Checkout.Path("samplemanifests", "comparisons.manifest"));

        Assert.Equal(Of("comparisons", demo.Records("preferences")), Of("comparisons", here.JsonLines("preferences.jsonl")));
        Assert.Equal(Of("comparisons", demo.Records("sft")), Of("comparisons", here.JsonLines("sft.jsonl")));
    }

    [Fact]
    public async Task ASecondRunIntoTheSameFolderGivesTheSameReportBatchAndRecords()
    {
        var manifest = Checkout.Path("samplemanifests", "single-clips.manifest");
        string[] names = ["report.html", "batch.json", "sft.jsonl", "preferences.jsonl"];
        await here.ConsolidateAsync(manifest);
        var first = names.Select(here.Text).ToArray();

        await here.ConsolidateAsync(manifest);

        Assert.Equal(first, names.Select(here.Text));
    }

    [Fact]
    public async Task TheSummaryTellsWhatWasConsolidatedAndWhereItIs()
    {
        var lines = await here.ConsolidateAsync(Checkout.Path("samplemanifests", "single-clips.manifest"));

        Assert.Equal("single-clips: 10 of 10 objects consolidated, 36 answers used, 0 rejections", lines[0]);
        Assert.Equal("  out/report.html", lines[^1].Replace('\\', '/'));
    }

    public void Dispose() => here.Dispose();

    private static IEnumerable<string> Of(string job, IEnumerable<JsonNode> records) =>
        records.Where(r => ((string)r["id"]!).StartsWith($"{job}/", StringComparison.Ordinal)).Select(r => r.ToJsonString());
}
