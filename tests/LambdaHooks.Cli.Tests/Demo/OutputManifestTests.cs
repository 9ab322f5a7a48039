using System.Text.Json.Nodes;

namespace LambdaHooks.Cli.Tests.Demo;

public sealed class OutputManifestTests(DemoRun demo)
{
    public static TheoryData<string> EachJob => [.. DemoRun.Jobs];

    [Theory]
    [MemberData(nameof(EachJob))]
    public void EveryLineComesBackWithItsLabelAndGroundTruthsMetadata(string job)
    {
        var (lines, output) = (DemoRun.Manifest(job), demo.OutputManifest(job));

        Assert.Equal(lines.Length, output.Length);
        Assert.All(lines.Zip(output), pair => AssertExtended(job, pair.First.AsObject(), pair.Second.AsObject()));
    }

    [Theory]
    [MemberData(nameof(EachJob))]
    public void EveryLabelHasTracksAgreementAndWorkers(string job) => Assert.All(demo.OutputManifest(job).Select(l => l[job]!), label =>
    {
        Assert.Null(label["error"]);
        Assert.NotEmpty(label["tracks"]!.AsArray());
        Assert.NotEmpty(label["agreement"]!.AsArray());
        Assert.InRange(label["workers"]!.AsArray().Count, 3, 4);
    });

    [Fact]
    public void EveryComparisonHasAPreferenceThatRanksEachCandidateOnce() =>
        Assert.All(DemoRun.Manifest("comparisons").Zip(demo.OutputManifest("comparisons")), pair => Assert.Equal(
            pair.First["candidates"]!.AsArray().Select(c => (string)c!["id"]!).Order(StringComparer.Ordinal),
            pair.Second["comparisons"]!["preference"]!["order"]!.AsArray().Select(id => (string)id!).Order(StringComparer.Ordinal)));

    private static void AssertExtended(string job, JsonObject line, JsonObject output)
    {
        Assert.Equal([.. line.Select(m => m.Key), job, $"{job}-metadata"], output.Select(m => m.Key));
        Assert.All(line, m => Assert.True(JsonNode.DeepEquals(m.Value, output[m.Key]), m.Key));
        var metadata = output[$"{job}-metadata"]!;
        Assert.Equal(("groundtruth/custom", job, "yes"), ((string)metadata["type"]!, (string)metadata["job-name"]!, (string)metadata["human-annotated"]!));
    }
}
