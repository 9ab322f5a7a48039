using System.Text.Json.Nodes;

namespace LambdaHooks.Cli.Tests.Consolidate;

/// <summary>Worker responses alone, with everything that may be known of a job, from files to batch and report.</summary>
public sealed class WholeJobTests : IDisposable
{
    private readonly ConsolidateHere here = new();

    [Fact]
    public async Task WhatIsKnownDecidesAndTheBatchTellsIt()
    {
        var known = WholeJob.Put(here);

        var lines = await here.ConsolidateAsync(here.Below("job"), "--known", known);

        var batch = JsonNode.Parse(here.Text("batch.json"))!;
        var workers = batch["workers"]!.AsArray().ToDictionary(w => (string)w!["worker"]!, w => w!);
        Assert.Equal(["ann", "ben", "cam", "dan", "eve"], workers.Keys);
        Assert.Equal((0.95, true), ((double)workers["cam"]["reliability"]!, (bool)workers["cam"]["known"]!));
        Assert.Contains(lines, l => l.StartsWith("  excluded: dan: ", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("  excluded: eve: ", StringComparison.Ordinal));
        Assert.All(["ann", "ben", "cam"], w => Assert.Null(workers[w]["excluded"]));
        Assert.NotNull(workers["ann"]["goldAgreement"]);
        Assert.Contains("objects in several files, of which the last counts: 1", lines);
        Assert.Equal(
            [("click", "points"), ("scene", "partition"), ("sound", "segments")],
            batch["tracks"]!.AsArray().Select(t => ((string)t!["category"]!, (string)t["kind"]!)));
        Assert.All(batch["tracks"]!.AsArray(), t => Assert.NotNull(t!["gamma"]!["value"]));
        var label = here.JsonLines("labels.jsonl").Single(l => (string)l["datasetObjectId"]! == "3");
        Assert.Equal("good", (string)label["clip"]!["crowd-image-classifier"]!["value"]!["label"]!);
    }

    [Fact]
    public async Task ReviewIsOrderedByDoubtInBatchAndReport()
    {
        await here.ConsolidateAsync(here.Below("job"), "--known", WholeJob.Put(here));

        var review = JsonNode.Parse(here.Text("batch.json"))!["review"]!.AsArray().Select(r => (Id: (string)r!["objectId"]!, Priority: (double)r["priority"]!)).ToArray();
        var report = here.Text("report.html");
        var places = review.Select(r => report.IndexOf($"<h3>Object <bdi>{r.Id}</bdi>", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(review);
        Assert.Equal(review.OrderByDescending(r => r.Priority), review);
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain(-1, places);
    }

    public void Dispose() => here.Dispose();
}
