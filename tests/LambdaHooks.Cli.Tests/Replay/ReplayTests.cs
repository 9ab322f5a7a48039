using System.Text.Json.Nodes;
using LambdaHooks.Cli.Tests.Programs;

namespace LambdaHooks.Cli.Tests.Replay;

public sealed class ReplayTests : IDisposable
{
    /// <summary>One worker who marked a glitch from 1 s to 2 s.</summary>
    private const string OneSegment = """
        {"labelAttributeName":"speech","outputConfig":"s3://lambdahooks-labeling/output/job/annotations","payload":[
          {"datasetObjectId":"0","dataObject":{"s3Uri":"s3://lambdahooks-samples/clips/order-1.wav"},"annotations":[
            {"workerId":"w","annotationData":{"content":{"annotation":{"schema":"lambdahooks/answer/1","tracks":[
              {"category":"defect","segments":[{"start":1,"end":2,"labels":["glitch"]}]}]}}}}]}]}
        """;

    private readonly EventFolder events = new();

    [Fact]
    public async Task EveryRecordedEventGivesWhatIsExpectedOfIt()
    {
        var files = Directory.GetFiles(Checkout.Path("events"), "*.json", SearchOption.AllDirectories).Where(f => Path.GetDirectoryName(f)!.EndsWith("-annotation", StringComparison.Ordinal)).ToArray();
        var count = files.Count(f => !f.EndsWith(".expected.json", StringComparison.Ordinal));

        var run = await ManagedCli.RunAsync(["replay", .. files]);

        Assert.True(count > 150, $"{count} events");
        Assert.Equal((0, $"{count} same, 0 different\n", ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task AChangedTrackIsDrawnUnderTheExpectedOneAndItsPathNamed()
    {
        var path = events.Put("post-annotation/one-segment", OneSegment);
        _ = await ReplayHere.RunAsync(events, "--accept", path);
        EventFolder.Expect(path, expected => EventFolder.FirstSegment(expected, "speech")["end"] = 4);

        var (exitCode, lines) = await ReplayHere.RunAsync(events, path);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"""
            different: {path}
              object 0, defect
                        0 s                                                                                                      4 s
              expected                            |-------------------------------------glitch-------------------------------------|
              actual                              |----------glitch----------|
              $[0].consolidatedAnnotation.content.speech.tracks[0].segments[0].end
                expected 4
                actual   2
            0 same, 1 different
            """, string.Join('\n', lines));
    }

    [Fact]
    public async Task WhatWorkersWroteCommandsNoTerminal()
    {
        var path = events.Put("post-annotation/escapes", OneSegment.Replace("defect", "\\u001b[2Jdefect", StringComparison.Ordinal).Replace("glitch", "\\u001b]0;glitch\\u0007", StringComparison.Ordinal));
        _ = await ReplayHere.RunAsync(events, "--accept", path);
        EventFolder.Expect(path, expected => EventFolder.FirstSegment(expected, "speech")["end"] = 4);

        var (_, lines) = await ReplayHere.RunAsync(events, path);

        Assert.Equal("  object 0, ·[2Jdefect", lines[1]);
        Assert.Contains("·]0;glitch·", lines[3], StringComparison.Ordinal);
        Assert.All(lines, l => Assert.DoesNotContain(l, char.IsControl));
    }

    [Fact]
    public async Task AnyOtherDifferenceIsShownAsValues()
    {
        var path = events.Copy("pre-annotation", "source-text");
        EventFolder.Expect(path, expected =>
        {
            expected["isHumanAnnotationRequired"] = false;
            expected["taskInput"]!["gone"] = "Łódź";
        });

        var run = await ManagedCli.RunAsync("replay", path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("  $.isHumanAnnotationRequired\n    expected false\n    actual   true\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  $.taskInput.gone\n    expected \"Łódź\"\n    actual   nothing\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneDifferentEventAmongOthersIsCounted()
    {
        var (same, different) = (events.Copy("pre-annotation", "source-text"), events.Copy("post-annotation", "text"));
        EventFolder.Expect(different, expected => expected[0]!["datasetObjectId"] = "7");

        var run = await ManagedCli.RunAsync("replay", same, different);

        Assert.Equal((1, "1 same, 1 different"), (run.ExitCode, run.Lines[^1]));
        Assert.DoesNotContain(same, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsAcceptedIsTheSameFromThenOn()
    {
        var path = events.Copy("post-annotation", "text");
        var kept = File.ReadAllText(EventFolder.ExpectedOf(path));
        File.Delete(EventFolder.ExpectedOf(path));

        var (accepted, again) = (await ManagedCli.RunAsync("replay", "--accept", path), await ManagedCli.RunAsync("replay", path));

        Assert.Equal((0, "1 accepted\n"), (accepted.ExitCode, accepted.Output));
        Assert.Equal((0, "1 same, 0 different\n"), (again.ExitCode, again.Output));
        Assert.Equal(kept, File.ReadAllText(EventFolder.ExpectedOf(path)));
    }

    [Fact]
    public async Task WhatTheHooksWriteIsKeptWhereAsked()
    {
        var path = Checkout.Path("events", "post-annotation", "payload-at-s3-uri.json");

        var run = await ManagedCli.RunAsync("replay", path, "--out", events.Below("out"));

        Assert.Equal(0, run.ExitCode);
        var records = Assert.Single(Directory.GetFiles(events.Below("out"), "sft.jsonl", SearchOption.AllDirectories));
        Assert.StartsWith(Path.Combine(events.Below("out"), "labeling", "output", "Speech-Defects-2026-11", "lambdahooks"), records, StringComparison.Ordinal);
        Assert.All(File.ReadAllLines(records), l => Assert.NotNull(JsonNode.Parse(l)!["media"]));
    }

    [Fact]
    public async Task ABucketCanBeAnyFolder()
    {
        var path = events.Put("pre-annotation/mine", """{"dataObject":{"source-ref":"s3://my-media/short.wav"}}""");
        string[] buckets = ["--bucket", $"my-media={Checkout.Path("events", "media")}", "--bucket", $"lambdahooks-state={events.Below("state")}"];

        var run = await ManagedCli.RunAsync(["replay", "--accept", path, .. buckets]);

        Assert.Equal(0, run.ExitCode);
        var medium = JsonNode.Parse(File.ReadAllText(EventFolder.ExpectedOf(path)))!["taskInput"]!["lambdahooks"]!["media"]![0]!;
        Assert.Null(medium["reason"]);
        Assert.NotEmpty(medium["peaks"]!["overview"]!["data"]!.AsArray());
        Assert.NotEmpty(Directory.GetFiles(events.Below("state"), "*", SearchOption.AllDirectories));
    }

    public void Dispose() => events.Dispose();
}
