using System.Text.Json;
using LambdaHooks.Consolidation;

namespace LambdaHooks.Tests.Hooks;

/// <summary>What somebody put beside the state about a job, as the deployed function finds it.</summary>
public sealed class PostAnnotationKnownTests : IDisposable
{
    private const string Known = "s3://state/shared/known/speech-job.json";

    private static readonly string Batch = Payloads.Of(Payloads.Clip("0", Payloads.Inline("a", Payloads.Marked(0, 1)), Payloads.Inline("b", Payloads.Marked(5, 6))));

    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task AWorkerLeftOutByItDecidesNothing()
    {
        bench.Put(Known, """{"exclude":["b"]}""");

        var labels = await bench.ConsolidateAsync(Batch);

        Assert.StartsWith("excluded-by-request", Excluded(labels[0].Label, "b"), StringComparison.Ordinal);
        Assert.Null(Excluded(labels[0].Label, "a"));
        Assert.False(labels[0].Label.TryGetProperty("notices", out _));
    }

    [Theory]
    [InlineData("not JSON", "is not valid JSON")]
    [InlineData("""{"reliabilities":{"a":2}}""", "reliabilities.a: must be a number from 0 to 1")]
    public async Task WhatCannotBeReadIsToldOnEveryLabelAndStopsNone(string file, string problem)
    {
        bench.Put(Known, file);

        var labels = await bench.ConsolidateAsync(Batch);

        Assert.Null(PostAnnotationHookTests.ErrorOf(labels[0].Label));
        var notice = labels[0].Label.GetProperty("notices")[0].GetString();
        Assert.StartsWith("known-not-read:", notice, StringComparison.Ordinal);
        Assert.Contains(problem, notice, StringComparison.Ordinal);
        Assert.Contains(bench.Log.Happenings, h => h is { Name: "known-not-read", Warning: true });
    }

    [Fact]
    public async Task WhatTheProcessWasToldComesFirst()
    {
        bench.Put(Known, """{"exclude":["b"]}""");
        bench.PostSettings = bench.PostSettings with { Consolidation = new ConsolidationSettings { AlwaysExclude = new HashSet<string> { "a" } } };

        var labels = await bench.ConsolidateAsync(Batch);

        Assert.NotNull(Excluded(labels[0].Label, "a"));
        Assert.Null(Excluded(labels[0].Label, "b"));
    }

    [Theory]
    [InlineData("../context/x")]
    [InlineData("a/b")]
    public async Task AJobThatIsNoNameIsLookedUpNowhere(string job)
    {
        bench.Put(Bench.PayloadUri, Batch);

        _ = await bench.ConsolidateRequestAsync(Bench.PostRequest().Replace(Bench.Job, job, StringComparison.Ordinal));

        Assert.DoesNotContain(bench.Store.Calls, c => c.Uri.ToString().Contains("known", StringComparison.Ordinal));
    }

    private static string? Excluded(JsonElement label, string worker) => label.GetProperty("workers").EnumerateArray()
        .Single(w => w.GetProperty("worker").GetString() == worker).TryGetProperty("excluded", out var why) ? why.GetString() : null;
}
