using LambdaHooks.Consolidation;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Cli.Tests.Consolidate;

public sealed class ConsolidateUsageTests : IDisposable
{
    private readonly ConsolidateHere here = new();

    [Fact]
    public async Task AFolderThatIsNotThereIsNamed() =>
        Assert.Equal((2, "There is no folder or file nowhere."), await LastLineAsync(here.Below("nowhere")));

    [Fact]
    public async Task AFolderWithoutAnswersIsNamed()
    {
        here.Put("empty/readme.txt", "");
        Assert.Equal((2, "empty holds no answers: neither annotations of a job nor payload files (*.json)."), await LastLineAsync(here.Below("empty")));
        Assert.False(Directory.Exists(here.Out));
    }

    [Fact]
    public async Task SeveralJobsAreNamed()
    {
        here.Put("jobs/a/annotations/worker-response/iteration-1/0/x.json", "{}");
        here.Put("jobs/b/annotations/worker-response/iteration-1/0/x.json", "{}");

        var (exitCode, line) = await LastLineAsync(here.Below("jobs"));

        Assert.Equal(2, exitCode);
        Assert.StartsWith("jobs holds several jobs; name one: ", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("--answers", "x")]
    [InlineData("--manifest", "x")]
    [InlineData("--known", "x")]
    [InlineData("--state", "x")]
    [InlineData("--job", "a/b")]
    [InlineData("--job", "..")]
    [InlineData("--report-objects", "-1")]
    [InlineData("--bucket", "nonsense")]
    public async Task OptionsThatMakeNoSenseAreWrongUsage(params string[] options)
    {
        here.PutResponse("iteration-1", "0", ("a", ConsolidateHere.Choice("Owl")));
        Assert.Equal(2, (await here.RunAsync(here.Below("job"), options)).ExitCode);
    }

    [Fact]
    public async Task AFieldOfWhatIsKnownIsNamed()
    {
        here.PutResponse("iteration-1", "0", ("a", ConsolidateHere.Choice("Owl")));
        var known = here.Put("known.json", """{"reliabilities":{"ann":2}}""");

        var (exitCode, lines) = await here.RunAsync(here.Below("job"), "--known", known);

        Assert.Equal((2, "--known known.json: reliabilities.ann: must be a number from 0 to 1"), (exitCode, lines[^1]));
    }

    [Fact]
    public void WhatIsKnownBecomesSettings()
    {
        var settings = KnownSettings.Of(new JobKnowledge
        {
            Reliabilities = new Dictionary<string, double> { ["a"] = 0.5 },
            Use = new HashSet<string> { "b" },
            Exclude = new HashSet<string> { "c" },
            Tracks = new Dictionary<string, string> { ["s"] = "segments", ["p"] = "partition", ["q"] = "points" },
            Gold = new Dictionary<string, LambdaHooks.Answers.Answer> { ["0"] = new("gold") },
        });

        Assert.Equal(0.5, settings.KnownReliabilities["a"]);
        Assert.Equal("b", Assert.Single(settings.AlwaysUse));
        Assert.Equal("c", Assert.Single(settings.AlwaysExclude));
        Assert.Equal((TrackKind.Segments, TrackKind.Partition, TrackKind.Points), (settings.TrackKinds["s"], settings.TrackKinds["p"], settings.TrackKinds["q"]));
        Assert.Equal("gold", settings.Gold["0"].Worker);
    }

    [Fact]
    public async Task HiddenWorkersAreHiddenInTheReportAndOnlyThere()
    {
        here.PutResponse("iteration-1", "0", ("private.secret-b", ConsolidateHere.Choice("Owl")), ("private.secret-a", ConsolidateHere.Choice("Owl")), ("private.secret-c", "7"));

        await here.ConsolidateAsync(here.Below("job"), "--hide-workers");

        Assert.DoesNotContain("secret", here.Text("report.html"), StringComparison.Ordinal);
        Assert.All(["W1", "W2", "W3"], name => Assert.Contains($"<bdi>{name}</bdi>", here.Text("report.html"), StringComparison.Ordinal));
        Assert.Contains("private.secret-a", here.Text("labels.jsonl"), StringComparison.Ordinal);
    }

    public void Dispose() => here.Dispose();

    private async Task<(int ExitCode, string Line)> LastLineAsync(string input)
    {
        var (exitCode, lines) = await here.RunAsync(input);
        return (exitCode, lines[^1]);
    }
}
