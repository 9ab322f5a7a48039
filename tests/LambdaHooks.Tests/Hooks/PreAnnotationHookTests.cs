using System.Text;
using System.Text.Json;
using LambdaHooks.Hooks;

namespace LambdaHooks.Tests.Hooks;

public sealed class PreAnnotationHookTests : IDisposable
{
    private const string Clip = "s3://media/clips/a.wav";
    private const string Line = $$"""{"source-ref":"{{Clip}}"}""";

    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task AClipComesOutWithASignedUrlAndItsPeaks()
    {
        bench.Put(Clip, Bench.Wav());

        var medium = await bench.PrepareMediumAsync(Line);

        Assert.Equal(
            ["id", "s3Uri", "url", "notAfter", "type", "durationSeconds", "sampleRate", "channels", "peaks"],
            medium.EnumerateObject().Select(m => m.Name));
        Assert.Equal(("source", Clip, "audio/wav"), (Text(medium, "id"), Text(medium, "s3Uri"), Text(medium, "type")));
        Assert.Equal(("https://media.example/clips/a.wav?signed", "2026-01-02T03:09:05Z"), (Text(medium, "url"), Text(medium, "notAfter")));
        Assert.Equal((1m, 8000, 1), (medium.GetProperty("durationSeconds").GetDecimal(), medium.GetProperty("sampleRate").GetInt32(), medium.GetProperty("channels").GetInt32()));
        var peaks = medium.GetProperty("peaks");
        var overview = peaks.GetProperty("overview");
        Assert.Equal((2000, 8), (overview.GetProperty("points").GetInt32(), overview.GetProperty("bits").GetInt32()));
        Assert.Equal(4000, overview.GetProperty("data").GetArrayLength());
        Assert.NotNull(bench.Get(Text(peaks, "levels")!));
        Assert.Equal($"https://state.example/{Bench.Uri(Text(peaks, "levels")!).Key}?signed", Text(peaks, "levelsUrl"));
    }

    [Fact]
    public async Task TheLinesOwnKeysComeThroughAsTheyCame()
    {
        bench.Put(Clip, Bench.Wav());
        const string own = """ "prompt":"<b>Łódź 🎧</b>","n":1.50,"deep":{"x":[null,true]} """;

        var input = await bench.PrepareAsync($$"""{"source-ref":"{{Clip}}",{{own}}}""");

        Assert.Equal(["source-ref", "prompt", "n", "deep", "lambdahooks"], input.EnumerateObject().Select(m => m.Name));
        Assert.Equal("<b>Łódź 🎧</b>", Text(input, "prompt"));
        Assert.Equal("1.50", input.GetProperty("n").GetRawText());
        Assert.Equal("""{"x":[null,true]}""", input.GetProperty("deep").GetRawText());
        Assert.Equal(("audio", 1), (Text(Reserved(input), "kind"), Reserved(input).GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task TheTasksContextIsKeptUnderItsToken()
    {
        bench.Put(Clip, Bench.Wav());

        var input = await bench.PrepareAsync($$"""{"source-ref":"{{Clip}}","prompt":"p","prompt-id":"7","transcription":"t","tracks":[{"category":"c"}]}""");

        using var kept = JsonDocument.Parse(bench.Get($"s3://state/shared/context/{Text(Reserved(input), "token")}")!);
        var context = kept.RootElement;
        Assert.Equal((Bench.Job, Clip, "p", "7", "t"), (Text(context, "job"), Text(context, "source"), Text(context, "prompt"), Text(context, "promptId"), Text(context, "transcription")));
        Assert.Equal("""[{"category":"c"}]""", context.GetProperty("tracks").GetRawText());
        Assert.Equal($$"""[{"id":"source","s3Uri":"{{Clip}}","durationSeconds":1}]""", context.GetProperty("media").GetRawText());
    }

    [Fact]
    public async Task ASourceThatIsTextBecomesATaskThatSaysSo()
    {
        var medium = await bench.PrepareMediumAsync("""{"source":"just a text"}""");

        Assert.Equal(["id", "reason"], medium.EnumerateObject().Select(m => m.Name));
        Assert.Equal("no-medium", Code(medium));
    }

    [Fact]
    public async Task ASourceThatIsAPlaceIsPreparedLikeSourceRef()
    {
        bench.Put(Clip, Bench.Wav());

        Assert.Equal(Clip, Text(await bench.PrepareMediumAsync($$"""{"source":"{{Clip}}"}"""), "s3Uri"));
    }

    [Theory]
    [InlineData("{}", "no-source")]
    [InlineData("""{"source-ref":"https://media/clips/a.wav"}""", "not-an-s3-uri")]
    [InlineData("""{"source-ref":"s3://media/../output/secret.wav"}""", "not-an-s3-uri")]
    [InlineData("""{"source-ref":"s3://elsewhere/a.wav"}""", "foreign-bucket")]
    [InlineData("""{"source-ref":"s3://output/a.wav"}""", "foreign-bucket")]
    [InlineData("""{"source-ref":"s3://media/missing.wav"}""", "missing-object")]
    [InlineData("""{"source-ref":"s3://media/empty.wav"}""", "empty-object")]
    [InlineData("""{"source-ref":"s3://media/notes.txt"}""", "not-a-medium")]
    [InlineData("""{"source-ref":"s3://media/corrupt.wav"}""", "not-decodable")]
    [InlineData("""{"source-ref":"s3://media/silent.wav"}""", "not-decodable")]
    [InlineData("""{"candidates":"none"}""", "unusable-candidates")]
    public async Task ALineThatCannotBeUsedBecomesATaskThatSaysWhy(string line, string code)
    {
        bench.Put("s3://media/empty.wav", []);
        bench.Put("s3://media/notes.txt", "some notes");
        bench.Put("s3://media/corrupt.wav", [.. "RIFF____WAVEfmt "u8, 4, 0, 0, 0, 1, 2, 3, 4, .. "data"u8, 0, 0, 0, 0]);
        bench.Put("s3://media/silent.wav", Bench.Wav(frames: 0));

        var medium = await bench.PrepareMediumAsync(line);

        Assert.Equal(code, Code(medium));
        Assert.False(medium.TryGetProperty("url", out _));
        Assert.Contains(bench.Log.Happenings, h => h is { Name: "medium-incomplete", Warning: true } && h.Reason == code);
    }

    [Fact]
    public async Task OnlyTheMediaBucketsAreRead()
    {
        _ = await bench.PrepareMediumAsync("""{"source-ref":"s3://output/a.wav"}""");

        Assert.DoesNotContain(bench.Store.Calls, c => c.Uri.Bucket == "output");
    }

    [Fact]
    public async Task AnMp3IsPlayableWithoutPeaks()
    {
        bench.Put("s3://media/a.mp3", [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0]);

        var medium = await bench.PrepareMediumAsync("""{"source-ref":"s3://media/a.mp3"}""");

        Assert.Equal(("audio/mpeg", "https://media.example/a.mp3?signed", "no-peaks"), (Text(medium, "type"), Text(medium, "url"), Code(medium)));
        Assert.False(medium.TryGetProperty("peaks", out _));
    }

    [Fact]
    public async Task PeaksAreMadeOnceAndFoundAfterwards()
    {
        bench.Put(Clip, Bench.Wav());
        var made = await bench.PrepareMediumAsync(Line);
        var reads = bench.Store.Count(Verb.Read, Bench.Uri(Clip));

        var found = await bench.PrepareMediumAsync(Line);

        Assert.Equal(made.GetRawText(), found.GetRawText());
        Assert.Equal(1, bench.Store.Count(Verb.Read, Bench.Uri(Clip)) - reads);
        Assert.Equal(1, bench.Store.Count(Verb.Write, Bench.Uri(Text(made.GetProperty("peaks"), "levels")!)));
    }

    [Fact]
    public async Task PeaksOfAReplacedClipAreMadeAnew()
    {
        bench.Put(Clip, Bench.Wav());
        var before = await bench.PrepareMediumAsync(Line);

        bench.Put(Clip, Bench.Wav(frames: 4000));
        var after = await bench.PrepareMediumAsync(Line);

        Assert.Equal(0.5m, after.GetProperty("durationSeconds").GetDecimal());
        Assert.NotEqual(Text(before.GetProperty("peaks"), "levels"), Text(after.GetProperty("peaks"), "levels"));
    }

    [Fact]
    public async Task DamagedRememberedPeaksAreMadeAnew()
    {
        bench.Put(Clip, Bench.Wav());
        var made = await bench.PrepareMediumAsync(Line);
        var summary = Text(made.GetProperty("peaks"), "levels")!.Replace(".levels", ".json", StringComparison.Ordinal);
        bench.Put(summary, "{\"durationSeconds\":");

        Assert.Equal(made.GetRawText(), (await bench.PrepareMediumAsync(Line)).GetRawText());
    }

    [Fact]
    public async Task AReservedKeyIsReplacedAndTheWorkerTold()
    {
        var input = await bench.PrepareAsync("""{"source":"x","lambdahooks":{"token":"planted"}}""");

        Assert.Single(input.EnumerateObject(), m => m.Name == "lambdahooks");
        Assert.NotEqual("planted", Text(Reserved(input), "token"));
        Assert.StartsWith("reserved-key:", Reserved(input).GetProperty("notices")[0].GetString());
    }

    [Fact]
    public async Task OverADeadlineTheMediumIsSignedWithoutPeaks()
    {
        bench.Put(Clip, Bench.Wav());
        bench.Deadline = new CancellationToken(canceled: true);

        var input = await bench.PrepareAsync(Line);

        var medium = Bench.Media(input).Single();
        Assert.Equal(("no-time", "https://media.example/clips/a.wav?signed"), (Code(medium), Text(medium, "url")));
        Assert.NotNull(bench.Get($"s3://state/shared/context/{Text(Reserved(input), "token")}"));
    }

    [Fact]
    public async Task AStateStoreThatRefusesWritesCostsPeaksAndTokenOnly()
    {
        bench.Put(Clip, Bench.Wav());
        bench.Store.Fault = (verb, uri) => verb == Verb.Write ? new StoreException(StoreFault.Denied, uri) : null;

        var input = await bench.PrepareAsync(Line);

        var medium = Bench.Media(input).Single();
        Assert.Equal(("no-peaks", "https://media.example/clips/a.wav?signed"), (Code(medium), Text(medium, "url")));
        Assert.Equal(1m, medium.GetProperty("durationSeconds").GetDecimal());
        Assert.False(Reserved(input).TryGetProperty("token", out _));
        Assert.StartsWith("no-context:", Reserved(input).GetProperty("notices")[0].GetString());
        Assert.Equal(["peaks-not-kept", "context-not-kept"], bench.Log.Happenings.Where(h => h.Reason == "access-denied").Select(h => h.Name));
    }

    [Fact]
    public async Task AStateStoreThatCannotBeReadCostsPeaksOnly()
    {
        bench.Put(Clip, Bench.Wav());
        bench.Store.Fault = (verb, uri) => uri.Bucket == "state" ? new StoreException(StoreFault.Unavailable, uri) : null;

        var medium = await bench.PrepareMediumAsync(Line);

        Assert.Equal(("no-peaks", "https://media.example/clips/a.wav?signed"), (Code(medium), Text(medium, "url")));
    }

    [Fact]
    public async Task NothingThatIsLoggedHoldsAUrlOrTheLine()
    {
        bench.Put("s3://media/a.mp3", [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0]);

        _ = await bench.PrepareAsync("""{"source-ref":"s3://media/a.mp3","prompt":"a secret"}""");

        Assert.NotEmpty(bench.Log.Happenings);
        Assert.All(bench.Log.Happenings, h => Assert.DoesNotMatch("secret|https|s3:", h.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"dataObject":[1]}""")]
    public async Task OnlyAnUnreadableRequestIsAnError(string request) =>
        await Assert.ThrowsAsync<LambdaHooks.GroundTruth.HookException>(() => bench.Pre.HandleAsync(Encoding.UTF8.GetBytes(request), HookContext.None));

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var member) ? member.GetString() : null;

    private static JsonElement Reserved(JsonElement input) => input.GetProperty("lambdahooks");

    private static string Code(JsonElement medium) => Text(medium, "reason")!.Split(':')[0];
}
