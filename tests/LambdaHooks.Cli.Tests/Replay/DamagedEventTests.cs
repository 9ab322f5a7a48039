using System.Text;
using System.Text.Json.Nodes;

namespace LambdaHooks.Cli.Tests.Replay;

public sealed class DamagedEventTests : IDisposable
{
    private readonly EventFolder events = new();

    public static TheoryData<string, string> Requests => new()
    {
        { "nested-repeats", """{"dataObject":{"source":"x","mine":{"a":1,"a":2}}}""" },
        { "repeats", """{"dataObject":{"source":"x"},"dataObject":{"source":"y"},"payload":3,"payload":4}""" },
        { "half-a-pair-in-a-value", """{"dataObject":{"source":"\ud800"}}""" },
        { "half-a-pair-in-a-name", """{"\ud800taObject":1,"dataObject":{"source":"x"}}""" },
        { "deep", """{"dataObject":{"source":"x","mine":""" + new string('[', 200) + new string(']', 200) + "}}" },
        { "too-deep", new string('[', 100_000) },
        { "no-json", "\0garbage" },
        { "empty", "" },
        { "with-a-mark", "\uFEFF" + """{"dataObject":{"source":"x"}}""" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task WhateverAnEventHoldsItCanBeAcceptedAndReplayed(string name, string request)
    {
        var path = events.Put($"pre-annotation/{name}", request);

        var (accepted, again) = (await ReplayHere.RunAsync(events, "--accept", path), await ReplayHere.RunAsync(events, path));

        Assert.Equal((0, "1 accepted"), (accepted.ExitCode, Assert.Single(accepted.Lines)));
        Assert.Equal((0, "1 same, 0 different"), (again.ExitCode, Assert.Single(again.Lines)));
        Assert.DoesNotContain("unexpected", File.ReadAllText(EventFolder.ExpectedOf(path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BytesThatAreNoTextAreAnErrorOfTheHook()
    {
        var path = events.Put("pre-annotation/bytes", "");
        File.WriteAllBytes(path, [0xff, 0xfe, 0x00, 0x7b]);

        Assert.Equal(0, (await ReplayHere.RunAsync(events, "--accept", path)).ExitCode);
        Assert.Equal("HookException", (string)Accepted(path)["errorType"]!);
    }

    [Theory]
    [InlineData("post-annotation/x/event", true)]
    [InlineData("x/post-annotation/event", false)]
    public async Task WhereARequestDoesNotSayWhatItIsTheFolderDoes(string name, bool isPre)
    {
        var path = events.Put(name, "{}");

        Assert.Equal(0, (await ReplayHere.RunAsync(events, "--accept", path)).ExitCode);
        Assert.Equal(isPre ? "dataObject: is missing" : "labelAttributeName: is missing or no text", (string)Accepted(path)["errorMessage"]!);
    }

    [Theory]
    [InlineData("""[{"datasetObjectId":null,"consolidatedAnnotation":{"content":{"Speech-Defects-2026-11":{"version":1,"tracks":[]}}}}]""")]
    [InlineData("""[{"datasetObjectId":"0","consolidatedAnnotation":{"content":{"Speech-Defects-2026-11":{"version":1,"tracks":[null]}}}}]""")]
    [InlineData("""[{"datasetObjectId":"0","consolidatedAnnotation":{"content":{"Speech-Defects-2026-11":{"version":1,"tracks":[{}]}}}}]""")]
    [InlineData("""[{"datasetObjectId":"0","consolidatedAnnotation":{"content":{"Speech-Defects-2026-11":{"version":1,"tracks":[{"category":"c","segments":[null,{}]}]}}}}]""")]
    [InlineData("""[{"datasetObjectId":"0","consolidatedAnnotation":{"content":{"Speech-Defects-2026-11":{"version":1,"tracks":[{"category":"c","segments":[{"start":2,"end":1}]}]}}}}]""")]
    [InlineData("""[{"datasetObjectId":"0","consolidatedAnnotation":{"content":{"Speech-Defects-2026-11":{"version":1,"tracks":[{"category":"c","segments":[{"start":0,"end":1e20}]}]}}}}]""")]
    [InlineData("""[{"datasetObjectId":"0","consolidatedAnnotation":{"content":{"Speech-Defects-2026-11":{"version":1,"s3Uri":"nowhere","sha256":"0"}}}}]""")]
    [InlineData("""[{"datasetObjectId":"0","consolidatedAnnotation":{"content":{"Speech-Defects-2026-11":{"version":1,"s3Uri":"s3://lambdahooks-labeling/none","sha256":"0"}}}}]""")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    public async Task AnExpectedFileEditedIntoNonsenseIsADifference(string expected)
    {
        var request = File.ReadAllText(Checkout.Path("events", "post-annotation", "own-single-clip.json"));

        var (exitCode, lines) = await ReplayHere.RunAsync(events, events.Put("post-annotation/event", request, expected));

        Assert.Equal((1, "0 same, 1 different"), (exitCode, lines[^1]));
        Assert.Contains(lines, l => l.StartsWith("    expected ", StringComparison.Ordinal));
    }

    public void Dispose() => events.Dispose();

    private static JsonNode Accepted(string path) => JsonNode.Parse(File.ReadAllText(EventFolder.ExpectedOf(path), Encoding.UTF8))!;
}
