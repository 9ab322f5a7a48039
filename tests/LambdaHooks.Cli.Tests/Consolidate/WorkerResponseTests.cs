namespace LambdaHooks.Cli.Tests.Consolidate;

public sealed class WorkerResponseTests : IDisposable
{
    private readonly ConsolidateHere here = new();

    [Fact]
    public async Task AnObjectWithFiveAnswersInOneFileIsVotedOn()
    {
        here.PutResponse("iteration-1", "0", [.. "abcde".Select((w, i) => ($"{w}", ConsolidateHere.Choice(i < 3 ? "Falcon" : "Owl")))]);

        var lines = await here.ConsolidateAsync(here.Below("job"));

        Assert.Equal("job: 1 of 1 objects consolidated, 5 answers used, 0 rejections", lines[0]);
        Assert.Equal("Falcon", here.Choices()["0"]);
    }

    [Fact]
    public async Task AnswersInFilesOfTheirOwnAreTakenTogether()
    {
        foreach (var worker in "abcde")
        {
            here.PutResponse("iteration-1", "0", ($"{worker}", ConsolidateHere.Choice(worker < 'd' ? "Falcon" : "Owl")));
        }

        Assert.Equal("job: 1 of 1 objects consolidated, 5 answers used, 0 rejections", (await here.ConsolidateAsync(here.Below("job")))[0]);
    }

    [Fact]
    public async Task AFileThatRepeatsAnEarlierAnswerAddsNone()
    {
        here.PutResponse("iteration-1", "0", ("a", ConsolidateHere.Choice("Owl")));
        here.PutResponse("iteration-1", "0", ("a", ConsolidateHere.Choice("Owl")), ("b", ConsolidateHere.Choice("Owl")));

        Assert.Equal("job: 1 of 1 objects consolidated, 2 answers used, 0 rejections", (await here.ConsolidateAsync(here.Below("job")))[0]);
    }

    [Fact]
    public async Task TheLastIterationByNumberCountsAndANoticeTells()
    {
        here.PutResponse("iteration-2", "7", ("a", ConsolidateHere.Choice("Owl")));
        here.PutResponse("iteration-10", "7", ("a", ConsolidateHere.Choice("Falcon")));
        here.PutResponse("iteration-1", "8", ("a", ConsolidateHere.Choice("Duck")));

        var lines = await here.ConsolidateAsync(here.Below("job"));

        Assert.Equal(new Dictionary<string, string> { ["7"] = "Falcon", ["8"] = "Duck" }, here.Choices());
        Assert.Contains("objects in several files, of which the last counts: 1", lines);
    }

    [Fact]
    public async Task ObjectsComeInTheOrderOfTheirNumbers()
    {
        foreach (var id in (string[])["10", "9", "x", "0"])
        {
            here.PutResponse("iteration-1", id, ("a", ConsolidateHere.Choice("Owl")));
        }

        await here.ConsolidateAsync(here.Below("job"));

        Assert.Equal(["0", "9", "10", "x"], here.JsonLines("labels.jsonl").Select(l => (string)l["datasetObjectId"]!));
    }

    [Fact]
    public async Task WhatOtherProgramsLeftBehindIsPassedOver()
    {
        here.PutResponse("iteration-1", "0", ("a", ConsolidateHere.Choice("Owl")));
        here.Put("job/annotations/worker-response/iteration-1/0/._2026-11-20_10:00:00.json", "\0\u0005\u0016");
        here.Put("job/annotations/worker-response/iteration-1/.DS_Store", "x");
        here.Put("job/annotations/worker-response/iteration-1/0/notes.txt", "x");
        here.Put("job/annotations/worker-response/._iteration-1", "x");
        here.Put("job/annotations/worker-response/iteration-x/1/a.json", "x");

        var lines = await here.ConsolidateAsync(here.Below("job"));

        Assert.DoesNotContain(lines, l => l.Contains("could not be read", StringComparison.Ordinal));
        Assert.Single(here.Choices());
    }

    [Theory]
    [InlineData("{\"answers\":[{\"answerContent\"")]
    [InlineData("[]")]
    [InlineData("{\"answers\":{}}")]
    [InlineData("")]
    public async Task ABrokenFileIsNamedAndCostsNobodyElse(string content)
    {
        here.PutResponse("iteration-1", "0", ("a", ConsolidateHere.Choice("Owl")));
        var broken = here.Put("job/annotations/worker-response/iteration-1/1/broken.json", content);

        var lines = await here.ConsolidateAsync(here.Below("job"));

        Assert.Contains("files that could not be read: 1", lines);
        Assert.Contains(lines, l => l.Contains(Path.Combine("1", Path.GetFileName(broken)), StringComparison.Ordinal));
        Assert.Equal("Owl", here.Choices()["0"]);
    }

    [Fact]
    public async Task AnAnswerThatLacksSomethingIsRejectedByTheHook()
    {
        here.PutResponse("iteration-1", "0", ("a", ConsolidateHere.Choice("Owl")), ("b", "null"), ("", ConsolidateHere.Choice("Owl")));
        here.Put("job/annotations/worker-response/iteration-1/0/z.json", """{"answers":[7,{"workerId":"c"}]}""");

        Assert.Equal("job: 1 of 1 objects consolidated, 1 answers used, 4 rejections", (await here.ConsolidateAsync(here.Below("job")))[0]);
    }

    [Fact]
    public async Task NothingReadableIsAFailureAndNoUsageError()
    {
        here.Put("job/annotations/worker-response/iteration-1/0/a.json", "broken");

        var (exitCode, lines) = await here.RunAsync(here.Below("job"));

        Assert.Equal(1, exitCode);
        Assert.Equal("No answer could be read, so nothing was consolidated.", lines[^1]);
    }

    [Fact]
    public async Task AJobOf302ObjectsAnd1510FilesIsRead()
    {
        for (var file = 0; file < 1510; file++)
        {
            here.PutResponse(file < 50 ? "iteration-1" : "iteration-2", $"{file / 5}", ($"w{file % 5}", ConsolidateHere.Choice("Owl")));
        }

        Assert.Equal("job: 302 of 302 objects consolidated, 1510 answers used, 0 rejections", (await here.ConsolidateAsync(here.Below("job")))[0]);
    }

    public void Dispose() => here.Dispose();
}
