using System.Text.Json;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Tests.Hooks;

public sealed class PreAnnotationLimitTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task CandidatesComeInTheirOrderAndTheirModelsNowhere()
    {
        bench.Put("s3://media/1.wav", Bench.Wav());
        bench.Put("s3://media/2.wav", Bench.Wav(4000));

        var input = await bench.PrepareAsync("""
            {"source":"p7","prompt":"say it","candidates":[
              {"id":"c2","source-ref":"s3://media/2.wav","model":"marker-two","seed":"marker-three"},{"id":"c1","source-ref":"s3://media/1.wav","model":"marker-one"}]}
            """);

        Assert.Equal("compare", input.GetProperty("lambdahooks").GetProperty("kind").GetString());
        Assert.Equal([("c2", 0.5m), ("c1", 1m)], Bench.Media(input).Select(m => (m.GetProperty("id").GetString()!, m.GetProperty("durationSeconds").GetDecimal())));
        Assert.DoesNotContain("marker", input.GetRawText());
        Assert.Contains("marker-one", bench.GetText($"s3://state/shared/context/{input.GetProperty("lambdahooks").GetProperty("token").GetString()}"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(27)]
    public async Task TooFewOrTooManyCandidatesAreNamed(int count)
    {
        var medium = await bench.PrepareMediumAsync(Comparison(count, i => $"c{i}"));

        Assert.Equal($"unusable-candidates: a comparison needs 2 to 26 candidates, there are {count}", medium.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("same")]
    public async Task CandidatesNeedIdsOfTheirOwn(string id) =>
        Assert.StartsWith("unusable-candidates:", (await bench.PrepareMediumAsync(Comparison(2, _ => id))).GetProperty("reason").GetString());

    [Fact]
    public async Task OneUnusableCandidateKeepsItsReasonBesideTheOthers()
    {
        bench.Put("s3://media/0.wav", Bench.Wav());

        var input = await bench.PrepareAsync(Comparison(2, i => $"c{i}"));

        Assert.Equal([true, false], Bench.Media(input).Select(m => m.TryGetProperty("url", out _)));
        Assert.StartsWith("missing-object:", Bench.Media(input).Last().GetProperty("reason").GetString());
    }

    [Fact]
    public async Task ManyCandidatesWithOverviewsStayWithinTheLimit()
    {
        for (var i = 0; i < 26; i++)
        {
            bench.Put($"s3://media/{i}.wav", Bench.Wav());
        }

        var input = await bench.PrepareAsync(Comparison(26, i => $"c{i}"));

        Assert.InRange(input.GetRawText().Length, 1, PreAnnotationResponse.MostCharacters);
        Assert.Equal(26, Bench.Media(input).Count());
        Assert.All(Bench.Media(input), m => Assert.False(m.GetProperty("peaks").TryGetProperty("overview", out _)));
        Assert.All(Bench.Media(input), m => Assert.True(m.GetProperty("peaks").TryGetProperty("levelsUrl", out _)));
    }

    [Fact]
    public async Task ALineOfItsFullLengthPassesAndOneCharacterMoreIsRefused()
    {
        var room = ManifestLine.MostCharacters - """{"source":""}""".Length;

        var whole = await bench.PrepareAsync($$"""{"source":"{{new string('字', room)}}"}""");
        var refused = await bench.PrepareMediumAsync($$"""{"source":"{{new string('字', room + 1)}}"}""");

        Assert.Equal(room, whole.GetProperty("source").GetString()!.Length);
        Assert.StartsWith("line-too-long:", refused.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("prompt", "<", "source lambdahooks")]
    [InlineData("source", "<", "lambdahooks")]
    [InlineData("prompt", "🎧", "source lambdahooks")]
    [InlineData("prompt", "字", "prompt source lambdahooks")]
    public async Task KeysThatGrowBeyondTheLimitWhenWrittenAreLeftOut(string key, string letter, string left)
    {
        var text = string.Concat(Enumerable.Repeat(letter, 60_000 / letter.Length));

        var input = await bench.PrepareAsync(key == "source" ? $$"""{"source":"{{text}}"}""" : $$"""{"{{key}}":"{{text}}","source":"x"}""");

        Assert.Equal(left, string.Join(' ', input.EnumerateObject().Select(m => m.Name)));
        Assert.InRange(input.GetRawText().Length, 1, PreAnnotationResponse.MostCharacters);
        Assert.Equal(left.Contains(key), !input.GetProperty("lambdahooks").TryGetProperty("notices", out _));
    }

    [Fact]
    public async Task MediaThatAloneAreTooLargeAreRefusedByName()
    {
        var medium = await bench.PrepareMediumAsync(Comparison(2, i => $"{i}{new string('<', 15_000)}"));

        Assert.StartsWith("task-too-large:", medium.GetProperty("reason").GetString());
    }

    private static string Comparison(int count, Func<int, string> id)
    {
        var candidates = Enumerable.Range(0, count).Select(i => new Dictionary<string, string> { ["id"] = id(i), ["source-ref"] = $"s3://media/{i}.wav" });
        return JsonSerializer.Serialize(new { source = "p", candidates });
    }
}
