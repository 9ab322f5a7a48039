using System.Text;
using System.Text.Json.Nodes;
using LambdaHooks.Function.Tests.Emulation;

namespace LambdaHooks.Function.Tests.Native;

public sealed class AnsweringTests(NativeBuild build)
{
    private const string Clip = $"s3://{LocalBuckets.Media}/clips/desert-1.wav";

    private static readonly EmulatorOptions[] Transports =
    [
        new(),
        new() { ClosesConnections = true },
        new() { BetweenHeadAndBody = () => Task.Delay(20) },
    ];

    public static TheoryData<int> EachTransport => [.. Enumerable.Range(0, Transports.Length)];

    [Theory]
    [MemberData(nameof(EachTransport))]
    public async Task AManifestLineBecomesATaskWithSignedMediaAndPeaks(int transport)
    {
        using var buckets = new LocalBuckets();
        await using var function = await NativeFunction.StartAsync(build, "PreAnnotation", buckets.Settings, Transports[transport]);

        foreach (var language in (string[])["en", "en-GB"])
        {
            var answer = await function.InvokeAsync(Requests.Pre(new JsonObject { ["source-ref"] = Clip, ["language"] = language }));

            Assert.False(answer.IsError, answer.Text);
            Assert.True((bool)answer.Json["isHumanAnnotationRequired"]!);
            Assert.Equal(language, (string)answer.Json["taskInput"]!["language"]!);
            var medium = answer.Json["taskInput"]!["lambdahooks"]!["media"]![0]!;
            Assert.Null(medium["reason"]);
            Assert.StartsWith($"http://127.0.0.1:8080/media/{LocalBuckets.Media}/clips/desert-1.wav?expires=", (string)medium["url"]!, StringComparison.Ordinal);
            Assert.Equal(2000, (int)medium["peaks"]!["overview"]!["points"]!);
        }
    }

    [Theory]
    [MemberData(nameof(EachTransport))]
    public async Task APayloadBecomesOneLabelForEachObjectInOrder(int transport)
    {
        using var buckets = new LocalBuckets();
        var payload = buckets.Put("jobs/Sound-Check/annotations/consolidated-annotation/consolidation-request/iteration-1/2026-01-01_00:00:00.json", Requests.Payload(objects: 3, workers: 2));
        await using var function = await NativeFunction.StartAsync(build, "PostAnnotation", buckets.Settings, Transports[transport]);

        var answer = await function.InvokeAsync(Requests.Post(payload));
        var again = await function.InvokeAsync(Requests.Post(payload));

        Assert.False(answer.IsError, answer.Text);
        Assert.Equal(["0", "1", "2"], answer.Json.AsArray().Select(o => (string)o!["datasetObjectId"]!));
        Assert.All(answer.Json.AsArray(), o => Assert.Equal("hello", (string)LabelOf(o!)["tracks"]![0]!["segments"]![0]!["text"]!));
        Assert.Equal(answer.Text, again.Text);
    }

    [Fact]
    public async Task WhatPreAnnotationKnewReachesTheTrainingRecords()
    {
        using var buckets = new LocalBuckets();
        string token;
        await using (var pre = await NativeFunction.StartAsync(build, "PreAnnotation", buckets.Settings))
        {
            var task = await pre.InvokeAsync(Requests.Pre(new JsonObject { ["source-ref"] = Clip }));
            token = (string)task.Json["taskInput"]!["lambdahooks"]!["token"]!;
        }

        await using var post = await NativeFunction.StartAsync(build, "PostAnnotation", buckets.Settings);
        var answer = await post.InvokeAsync(Requests.Post(buckets.Put("payload.json", Requests.Payload(objects: 1, workers: 2, token))));

        Assert.Null(LabelOf(answer.Json[0]!)["rejections"]);
        var record = JsonNode.Parse(buckets.ReadOutput("sft.jsonl"))!;
        Assert.Equal(Clip, (string)record["media"]!);
        Assert.Equal("hello", (string)record["text"]!);
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"dataObject\":[]}")]
    public async Task AnUnreadableRequestIsAnErrorInLambdasShapeAndTheNextOneIsAnswered(string unreadable)
    {
        using var buckets = new LocalBuckets();
        await using var function = await NativeFunction.StartAsync(build, "PreAnnotation", buckets.Settings);

        var refused = await function.InvokeAsync(unreadable);
        var next = await function.InvokeAsync(Requests.Pre(new JsonObject { ["source-ref"] = Clip }));

        Assert.Equal("Runtime.HookException", refused.ErrorType);
        Assert.Equal(["errorMessage", "errorType", "stackTrace"], refused.Json.AsObject().Select(m => m.Key).Order(StringComparer.Ordinal));
        Assert.Equal("HookException", (string)refused.Json["errorType"]!);
        Assert.Contains(": ", refused.ErrorMessage, StringComparison.Ordinal);
        Assert.NotEmpty(refused.Json["stackTrace"]!.AsArray());
        Assert.False(next.IsError, next.Text);
    }

    [Fact]
    public async Task AResponseThatLambdaRefusesForItsSizeBecomesAnErrorAndTheNextRequestIsAnswered()
    {
        using var buckets = new LocalBuckets();
        var tooMany = buckets.Put("many.json", Requests.Payload(objects: 60_000, workers: 0));
        var few = buckets.Put("few.json", Requests.Payload(objects: 1, workers: 1));
        await using var function = await NativeFunction.StartAsync(build, "PostAnnotation", buckets.Settings);

        var refused = await function.InvokeAsync(Requests.Post(tooMany));
        var next = await function.InvokeAsync(Requests.Post(few));

        Assert.Equal(1, function.Api.Refused);
        Assert.True(refused.IsError);
        Assert.StartsWith("response: the Runtime API refused ", refused.ErrorMessage, StringComparison.Ordinal);
        Assert.False(next.IsError, next.Text);
    }

    [Theory]
    [InlineData(450)]
    [InlineData(510)]
    [InlineData(530)]
    [InlineData(600)]
    [InlineData(60_000)]
    public async Task HoweverNearTheDeadlineEveryObjectIsAnsweredAsFinishedOrUnfinished(int millisecondsLeft)
    {
        const int objects = 1000;
        using var buckets = new LocalBuckets();
        var payload = buckets.Put("payload.json", Requests.Payload(objects, workers: 3));
        await using var function = await NativeFunction.StartAsync(build, "PostAnnotation", buckets.Settings);

        var answer = await function.InvokeAsync(new EmulatedRequest(Encoding.UTF8.GetBytes(Requests.Post(payload)))
        {
            TimeLeft = TimeSpan.FromMilliseconds(millisecondsLeft),
        });

        Assert.False(answer.IsError, answer.Text);
        Assert.Equal(Enumerable.Range(0, objects).Select(i => $"{i}"), answer.Json.AsArray().Select(o => (string)o!["datasetObjectId"]!));
        var finished = answer.Json.AsArray().Count(o => IsFinished(LabelOf(o!)));
        Assert.Equal(millisecondsLeft switch { 450 => 0, 60_000 => objects, _ => finished }, finished);
    }

    private static bool IsFinished(JsonNode label)
    {
        if (label["error"] is null)
        {
            Assert.NotEmpty(label["tracks"]!.AsArray());
            return true;
        }

        Assert.StartsWith("unfinished: ", (string)label["error"]!, StringComparison.Ordinal);
        return false;
    }

    private static JsonNode LabelOf(JsonNode entry) => entry["consolidatedAnnotation"]!["content"]![Requests.Label]!;
}
