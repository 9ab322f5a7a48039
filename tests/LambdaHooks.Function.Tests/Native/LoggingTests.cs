using System.Text.Json.Nodes;
using LambdaHooks.Function.Tests.Emulation;

namespace LambdaHooks.Function.Tests.Native;

public sealed class LoggingTests(NativeBuild build)
{
    private const string Marker = "what-somebody-wrote";

    [Fact]
    public async Task PreAnnotationLogsNeitherTheLineNorASignature()
    {
        using var buckets = new LocalBuckets();
        await using var function = await NativeFunction.StartAsync(build, "PreAnnotation", buckets.Settings);

        var answered = await function.InvokeAsync(Requests.Pre(Line("clips/desert-1.wav")));
        _ = await function.InvokeAsync(Requests.Pre(Line($"clips/{Marker}.wav")));
        var failed = await function.InvokeAsync($$"""{"dataObject": {"prompt": "{{Marker}}" "{{Marker}}"} }""");
        var lines = await function.StopAsync();

        Assert.Equal(["task-prepared", "answered", "medium-incomplete", "task-prepared", "answered", "failed"], EventsOf(lines));
        var signature = ((string)answered.Json["taskInput"]!["lambdahooks"]!["media"]![0]!["url"]!).Split("signature=")[1];
        Assert.Equal(64, signature.Length);
        Assert.All(lines, l => AssertHoldsNone(l, Marker, signature, "signature", "expires", "http:"));
        AssertHoldsNone(failed.Text, Marker);
    }

    [Fact]
    public async Task PostAnnotationLogsNothingThatAWorkerWrote()
    {
        using var buckets = new LocalBuckets();
        var good = buckets.Put("good.json", Requests.Payload(objects: 1, workers: 2, text: Marker));
        var bad = buckets.Put("bad.json", $$"""[{"datasetObjectId":"7","annotations":"{{Marker}}"},{"no-id":"{{Marker}}"},{"datasetObjectId":"8",{{Marker}}}]""");
        var broken = buckets.Put("broken.json", $"{Marker} is no list");
        await using var function = await NativeFunction.StartAsync(build, "PostAnnotation", buckets.Settings);

        var answered = await function.InvokeAsync(Requests.Post(good));
        var rejected = await function.InvokeAsync(Requests.Post(bad));
        var failed = await function.InvokeAsync(Requests.Post(broken));
        var lines = await function.StopAsync();

        Assert.Contains(Marker, answered.Text, StringComparison.Ordinal);
        Assert.Contains(Marker, rejected.Text, StringComparison.Ordinal);
        Assert.Contains("objects-without-id", EventsOf(lines));
        Assert.All(lines, l => AssertHoldsNone(l, Marker));
        AssertHoldsNone(failed.Text, Marker);
    }

    [Fact]
    public async Task EveryLineNamesTheRequestItBelongsTo()
    {
        using var buckets = new LocalBuckets();
        var payload = buckets.Put("payload.json", Requests.Payload(objects: 1, workers: 1));
        var request = new EmulatedRequest(System.Text.Encoding.UTF8.GetBytes(Requests.Post(payload)));
        await using var function = await NativeFunction.StartAsync(build, "PostAnnotation", buckets.Settings);

        _ = await function.InvokeAsync(request);
        var lines = await function.StopAsync();

        Assert.Equal(["object-consolidated", "answered"], EventsOf(lines));
        Assert.All(lines, l => Assert.Equal(request.Id, (string)JsonNode.Parse(l)!["requestId"]!));
    }

    private static JsonObject Line(string key) =>
        new() { ["source-ref"] = $"s3://{LocalBuckets.Media}/{key}", ["prompt"] = Marker, [Marker] = Marker };

    /// <summary>Names of what was logged; every line must be one JSON object with a time and a level.</summary>
    private static IEnumerable<string> EventsOf(IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            var json = JsonNode.Parse(line)!.AsObject();
            Assert.True(json["time"]!.AsValue().TryGetValue<DateTimeOffset>(out _));
            Assert.Contains((string)json["level"]!, (string[])["info", "warning"]);
            yield return (string)json["event"]!;
        }
    }

    private static void AssertHoldsNone(string text, params string[] secrets) =>
        Assert.All(secrets, s => Assert.DoesNotContain(s, text, StringComparison.OrdinalIgnoreCase));
}
