using System.Text.Json;
using LambdaHooks.Hooks;

namespace LambdaHooks.Tests.Hooks;

public sealed class PostAnnotationContextTests : IDisposable
{
    private const string Line = """{"source":"p7","prompt":"say it","prompt-id":"p7","candidates":[{"id":"a","source-ref":"s3://media/1.wav","model":"m1"},{"id":"b","source-ref":"s3://media/2.wav","model":"m2"}]}""";

    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task PreferencesBecomeAPairWithItsPromptAndModels()
    {
        var token = await TokenAsync();

        var label = await CompareAsync(Payloads.Inline("w1", Payloads.Preferred(-2, token)), Payloads.Inline("w2", Payloads.Preferred(3, token, """ "b","a" """)));

        Assert.Equal(["a", "b"], label.GetProperty("preference").GetProperty("order").EnumerateArray().Select(c => c.GetString()));
        var pair = Parse(bench.GetText(label.GetProperty("records").GetProperty("preferences").GetString()!).TrimEnd('\n'));
        Assert.Equal(("say it", "s3://media/1.wav", "s3://media/2.wav", "m1", "m2"), (
            Text(pair, "prompt"), Text(pair, "chosen"), Text(pair, "rejected"), Text(pair, "chosen_model"), Text(pair, "rejected_model")));
        Assert.Equal(2.5m, pair.GetProperty("margin").GetDecimal());
    }

    [Fact]
    public async Task OneWorkerOfThreeWithAnotherTasksTokenIsTurnedAway()
    {
        var token = await TokenAsync();
        var other = await TokenAsync(Line.Replace("p7", "p8", StringComparison.Ordinal));

        var label = await CompareAsync(
            Payloads.Inline("w1", Payloads.Preferred(-2, other)), Payloads.Inline("w2", Payloads.Preferred(1, token)), Payloads.Inline("w3", Payloads.Preferred(1, token)));

        Assert.Equal([("w1", "context-mismatch")], PostAnnotationHookTests.Rejections(label));
        Assert.Equal(Payloads.Preferred(-2, other), Text(label.GetProperty("rejections")[0], "raw"));
        Assert.Equal("b", label.GetProperty("preference").GetProperty("order")[0].GetString());
        Assert.Equal(1, label.GetProperty("records").GetProperty("pairs").GetInt32());
    }

    [Fact]
    public async Task ATokenOfAnotherSourceLosesEvenWhereMostEchoIt()
    {
        var token = await TokenAsync();
        var other = await TokenAsync(Line.Replace("p7", "p8", StringComparison.Ordinal));

        var label = await CompareAsync(
            Payloads.Inline("w1", Payloads.Preferred(-2, other)), Payloads.Inline("w2", Payloads.Preferred(-2, other)), Payloads.Inline("w3", Payloads.Preferred(1, token)));

        Assert.Equal(["w1", "w2"], PostAnnotationHookTests.Rejections(label).Select(r => r.Worker));
        Assert.Equal("b", label.GetProperty("preference").GetProperty("order")[0].GetString());
    }

    [Fact]
    public async Task ATokenOfAnotherJobIsTurnedAway()
    {
        var token = await TokenAsync();
        var context = bench.GetText($"s3://state/shared/context/{token}");
        bench.Put($"s3://state/shared/context/{token}", context.Replace(Bench.Job, "another-job", StringComparison.Ordinal));

        var label = await CompareAsync(Payloads.Inline("w1", Payloads.Preferred(1, token)));

        Assert.Equal("no-usable-answers", PostAnnotationHookTests.ErrorOf(label));
        Assert.Equal([("w1", "context-mismatch")], PostAnnotationHookTests.Rejections(label));
    }

    [Fact]
    public async Task WithoutItsContextAPreferenceIsALabelButNoPair()
    {
        var label = await CompareAsync(Payloads.Inline("w1", Payloads.Preferred(1, new string('0', 64))));

        Assert.Equal("b", label.GetProperty("preference").GetProperty("order")[0].GetString());
        Assert.StartsWith("no-context:", label.GetProperty("notices")[0].GetString());
        Assert.False(label.TryGetProperty("records", out _));
        Assert.DoesNotContain(bench.Files("output").Keys, f => f.EndsWith("preferences.jsonl", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutAnyTokenAPreferenceIsALabelButNoPair()
    {
        var label = await CompareAsync(Payloads.Inline("w1", Payloads.Preferred(1, null)));

        Assert.Equal("b", label.GetProperty("preference").GetProperty("order")[0].GetString());
        Assert.StartsWith("no-token:", label.GetProperty("notices")[0].GetString());
        Assert.False(label.TryGetProperty("records", out _));
    }

    [Fact]
    public async Task APreferenceWithoutTheTokenOthersEchoIsRejectedAlone()
    {
        var token = await TokenAsync();

        var label = await CompareAsync(Payloads.Inline("w1", Payloads.Preferred(-3, null)), Payloads.Inline("w2", Payloads.Preferred(1, token)));

        Assert.Equal([("w1", "preference-without-token")], PostAnnotationHookTests.Rejections(label));
        Assert.Equal("b", label.GetProperty("preference").GetProperty("order")[0].GetString());
    }

    [Fact]
    public async Task APreferenceBetweenOtherCandidatesIsRejectedAlone()
    {
        var token = await TokenAsync();

        var label = await CompareAsync(Payloads.Inline("w1", Payloads.Preferred(-3, token, """ "a","z" """)), Payloads.Inline("w2", Payloads.Preferred(1, token)));

        Assert.Equal([("w1", "unknown-candidates")], PostAnnotationHookTests.Rejections(label));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task ADamagedContextIsAMissingOne(string bytes)
    {
        var token = await TokenAsync();
        bench.Put($"s3://state/shared/context/{token}", bytes);

        var label = await CompareAsync(Payloads.Inline("w1", Payloads.Preferred(1, token)));

        Assert.StartsWith("no-context:", label.GetProperty("notices")[0].GetString());
    }

    [Fact]
    public async Task AStateThatCannotBeReachedCostsPairsOnly()
    {
        var token = await TokenAsync();
        bench.Store.Fault = (verb, uri) => uri.Bucket == "state" ? new StoreException(StoreFault.Unavailable, uri) : null;

        var label = await CompareAsync(Payloads.Inline("w1", Payloads.Preferred(1, token)));

        Assert.Equal("b", label.GetProperty("preference").GetProperty("order")[0].GetString());
        Assert.Contains("context-unavailable: store-unavailable", label.GetProperty("notices").EnumerateArray().Select(n => n.GetString()));
    }

    [Theory]
    [InlineData("../../output/x")]
    [InlineData("AAAA")]
    public async Task ATextThatIsNoTokenIsNeverLookedUp(string token)
    {
        _ = await CompareAsync(Payloads.Inline("w1", Payloads.Preferred(1, token)));

        Assert.DoesNotContain(bench.Store.Calls, c => c.Uri.Bucket == "state" && !c.Uri.Key.Contains("/known/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SegmentsBeyondTheEndOfTheClipAreCutOrRejectedAndBothByName()
    {
        bench.Put("s3://media/0.wav", Bench.Wav());
        var token = await TokenAsync("""{"source-ref":"s3://media/0.wav"}""");

        var labels = await bench.ConsolidateAsync(Payloads.Of(Payloads.Clip(
            "0", Payloads.Inline("w1", Payloads.Marked(-0.5m, 1.5m, token: token)), Payloads.Inline("w2", Payloads.Marked(7, 8, "far off", token)))));

        var label = labels[0].Label;
        Assert.Equal([("w1", "cut-to-clip"), ("w2", "outside-clip")], PostAnnotationHookTests.Rejections(label));
        Assert.Contains("far off", Text(label.GetProperty("rejections")[1], "raw"));
        var track = label.GetProperty("tracks")[0];
        Assert.Equal(["w1"], track.GetProperty("openedBy").EnumerateArray().Select(w => w.GetString()));
        var cut = track.GetProperty("segments")[0];
        Assert.Equal((0m, 1m), (cut.GetProperty("start").GetDecimal(), cut.GetProperty("end").GetDecimal()));
    }

    private async Task<string> TokenAsync(string line = Line) =>
        (await bench.PrepareAsync(line)).GetProperty("lambdahooks").GetProperty("token").GetString()!;

    private async Task<JsonElement> CompareAsync(params string[] annotations) =>
        (await bench.ConsolidateAsync(Payloads.Of(Payloads.Object("0", """{"content":"p7"}""", annotations)))).Single().Label;

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
