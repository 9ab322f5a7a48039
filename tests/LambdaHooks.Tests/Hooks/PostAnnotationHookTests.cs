using System.Text;
using System.Text.Json;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Tests.Hooks;

public sealed class PostAnnotationHookTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task EveryObjectHasExactlyOneEntryInTheOrderOfThePayload()
    {
        var labels = await bench.ConsolidateAsync(Payloads.Of(
            Payloads.Clip("7", Payloads.Inline("a", Payloads.Marked(0, 1))),
            Payloads.Clip("2"),
            """{"datasetObjectId":"5","annotations":NaN}""",
            Payloads.Clip("0", Payloads.Inline("a", "not JSON")),
            """{"no":"id"}""",
            Payloads.Clip("7", Payloads.Inline("b", Payloads.Marked(0, 1)))));

        Assert.Equal(["7", "2", "5", "0"], labels.Select(l => l.Id));
        Assert.Equal([null, "no-answers", "unreadable-object", "no-usable-answers"], labels.Select(l => ErrorOf(l.Label)));
        Assert.Equal(["a", "b"], labels[0].Label.GetProperty("workers").EnumerateArray().Select(w => w.GetProperty("worker").GetString()));
        Assert.Contains(bench.Log.Happenings, h => h is { Name: "objects-without-id", Count: 1 });
    }

    [Fact]
    public async Task WorkersAreFusedIntoOneLabelWithItsEvidence()
    {
        var labels = await bench.ConsolidateAsync(Payloads.Of(Payloads.Clip(
            "0",
            Payloads.Inline("a", Payloads.Marked(1.0m, 2.0m)),
            Payloads.Inline("b", Payloads.Marked(1.1m, 2.1m)),
            Payloads.Inline("c", Payloads.Marked(1.2m, 2.4m, "hallo")))));

        var label = labels.Single().Label;
        Assert.False(label.TryGetProperty("error", out _));
        var segment = label.GetProperty("tracks")[0].GetProperty("segments").EnumerateArray().Single();
        Assert.Equal((1.1m, 2.1m, "speech", "hello"), (
            segment.GetProperty("start").GetDecimal(), segment.GetProperty("end").GetDecimal(), segment.GetProperty("label").GetString(), segment.GetProperty("text").GetString()));
        Assert.Equal(["a", "b", "c"], segment.GetProperty("workers").EnumerateArray().Select(w => w.GetProperty("worker").GetString()));
    }

    [Theory]
    [InlineData("s3Uri")]
    [InlineData("s3uri")]
    [InlineData("S3URI")]
    public async Task AnswersThatLieElsewhereAreFetchedInAnyCasing(string member)
    {
        bench.Put("s3://output/answers/1.json", Payloads.Marked(0, 1, "from afar"));

        var labels = await bench.ConsolidateAsync(Payloads.Of(Payloads.Clip("0", Payloads.At("a", "s3://output/answers/1.json", member))));

        Assert.Equal("from afar", labels[0].Label.GetProperty("tracks")[0].GetProperty("segments")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task AnAnswerThatCannotBeFetchedIsRejectedAndTheOthersUsed()
    {
        var labels = await bench.ConsolidateAsync(Payloads.Of(Payloads.Clip(
            "0", Payloads.At("a", "s3://output/gone.json"), Payloads.At("b", "https://output/x.json"), Payloads.Inline("c", Payloads.Marked(0, 1)))));

        Assert.Equal([("a", "missing-object"), ("b", "unreadable-answer")], Rejections(labels[0].Label));
        Assert.Null(ErrorOf(labels[0].Label));
    }

    [Fact]
    public async Task TheLastAnswerOfAWorkerCountsAndTheEarlierIsKeptAsRejected()
    {
        var labels = await bench.ConsolidateAsync(Payloads.Of(Payloads.Clip(
            "0", Payloads.Inline("a", Payloads.Marked(0, 1, "first")), Payloads.Inline("b", Payloads.Marked(0, 1, "other")), Payloads.Inline("a", Payloads.Marked(0, 1, "second")))));

        var label = labels[0].Label;
        Assert.Equal([("a", "repeated-worker")], Rejections(label));
        Assert.Contains("first", label.GetProperty("rejections")[0].GetProperty("raw").GetString());
        var evidence = label.GetProperty("tracks")[0].GetProperty("segments")[0].GetProperty("workers");
        Assert.Equal(["second", "other"], evidence.EnumerateArray().Select(w => w.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task AnUnreadableLaterAnswerDoesNotReplaceAnEarlierOne()
    {
        var labels = await bench.ConsolidateAsync(Payloads.Of(Payloads.Clip("0", Payloads.Inline("a", Payloads.Marked(0, 1)), Payloads.Inline("a", "not JSON"))));

        Assert.Null(ErrorOf(labels[0].Label));
        Assert.Equal([("a", "unreadable-answer")], Rejections(labels[0].Label));
    }

    [Fact]
    public async Task APayloadThatIsMissingOrNoArrayIsAnError()
    {
        await Assert.ThrowsAsync<HookException>(() => bench.ConsolidateRequestAsync(Bench.PostRequest()));
        await Assert.ThrowsAsync<HookException>(() => bench.ConsolidateAsync("{}"));
        var refused = await Assert.ThrowsAsync<HookException>(() => bench.ConsolidateRequestAsync(Bench.PostRequest("""{"s3Uri":"not a place"}""")));

        Assert.Equal("payload.s3Uri", refused.Field);
    }

    [Fact]
    public async Task AnEmptyPayloadHasAnEmptyAnswer() => Assert.Empty(await bench.ConsolidateAsync("[]"));

    [Theory]
    [InlineData("{0}")]
    [InlineData("{{\"content\":{0}}}")]
    [InlineData("{{\"content\":{1}}}")]
    public async Task APayloadMayComeInlineInEachForm(string form)
    {
        var payload = Payloads.Of(Payloads.Clip("0", Payloads.Inline("a", Payloads.Marked(0, 1))));
        var stored = await bench.ConsolidateAsync(payload);

        var request = Bench.PostRequest(string.Format(null, form, payload, JsonSerializer.Serialize(payload)));
        var inline = await bench.ConsolidateRequestAsync(request);

        Assert.Equal(stored.Select(l => (l.Id, l.Label.GetRawText())), inline.Select(l => (l.Id, l.Label.GetRawText())));
    }

    [Fact]
    public async Task TheLabelStandsUnderTheLabelAttributeName()
    {
        bench.Put(Bench.PayloadUri, Payloads.Of(Payloads.Clip("0")));

        var response = await bench.Post.HandleAsync(Encoding.UTF8.GetBytes(Bench.PostRequest()), HookContext.None);

        Assert.Equal(
            """[{"datasetObjectId":"0","consolidatedAnnotation":{"content":{"Speech-Label":{"version":1,"error":"no-answers: nobody answered"}}}}]""",
            Encoding.UTF8.GetString(response.Span));
    }

    [Theory]
    [InlineData(false, "arn:role", 0)]
    [InlineData(true, "arn:role", 1)]
    public async Task TheJobsRoleIsAssumedOnlyWhenTheFunctionIsTold(bool told, string role, int times)
    {
        var roles = new ListRoles(bench.Store);
        (bench.Roles, bench.PostSettings) = (roles, new PostAnnotationSettings { AssumeJobRole = told });
        bench.Put(Bench.PayloadUri, "[]");

        _ = await bench.ConsolidateRequestAsync(Bench.PostRequest(more: $$""","roleArn":"{{role}}" """));

        Assert.Equal(Enumerable.Repeat(role, times), roles.Assumed);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","roleArn":7""")]
    public async Task AMissingRoleIsAnErrorWhereItShouldBeAssumed(string more)
    {
        (bench.Roles, bench.PostSettings) = (new ListRoles(bench.Store), new PostAnnotationSettings { AssumeJobRole = true });

        Assert.Equal("roleArn", (await Assert.ThrowsAsync<HookException>(() => bench.ConsolidateRequestAsync(Bench.PostRequest("[]", more)))).Field);
    }

    [Fact]
    public async Task TheJobsObjectsAreReadWithItsRoleAndTheStateWithTheFunctionsOwn()
    {
        using var job = new Bench();
        (bench.Roles, bench.PostSettings) = (new ListRoles(job.Store), new PostAnnotationSettings { AssumeJobRole = true, State = Bench.State });
        job.Put(Bench.PayloadUri, Payloads.Of(Payloads.Clip("0", Payloads.Inline("a", Payloads.Marked(0, 1, token: new string('a', 64))))));

        _ = await bench.ConsolidateRequestAsync(Bench.PostRequest(more: ""","roleArn":"arn:role" """));

        Assert.All(bench.Store.Calls, c => Assert.Equal("state", c.Uri.Bucket));
        Assert.All(job.Store.Calls, c => Assert.Equal("output", c.Uri.Bucket));
        Assert.NotEmpty(bench.Store.Calls);
        Assert.Contains(job.Store.Calls, c => c.Verb == Verb.Write);
    }

    [Fact]
    public async Task NothingThatIsLoggedHoldsWhatWorkersWrote()
    {
        _ = await bench.ConsolidateAsync(Payloads.Of(
            Payloads.Clip("0", Payloads.Inline("a", Payloads.Marked(0, 1, "a secret")), Payloads.Inline("b", "secret, not JSON")), "\"secret\""));

        Assert.NotEmpty(bench.Log.Happenings);
        Assert.All(bench.Log.Happenings, h => Assert.DoesNotContain("secret", h.ToString()));
    }

    internal static string? ErrorOf(JsonElement label) => label.TryGetProperty("error", out var error) ? error.GetString()!.Split(':')[0] : null;

    internal static IEnumerable<(string Worker, string Code)> Rejections(JsonElement label) => label.GetProperty("rejections").EnumerateArray()
        .Select(r => (r.GetProperty("worker").GetString()!, r.GetProperty("reason").GetString()!.Split(':')[0]));
}
