using System.Text.Json;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Hooks;

public sealed class LoudnessOfMediaTests : IDisposable
{
    private const string One = "s3://media/1.wav";
    private const string Two = "s3://media/2.wav";
    private const string Single = $$"""{"source-ref":"{{One}}"}""";
    private const string Comparison = $$"""{"source":"p","candidates":[{"id":"a","source-ref":"{{One}}"},{"id":"b","source-ref":"{{Two}}"}]}""";

    private readonly Bench bench = new();

    public LoudnessOfMediaTests()
    {
        bench.Put(One, Bench.Wav());
        bench.Put(Two, Bench.Wav(16_000));
    }

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task CandidatesAreMeasured()
    {
        var media = Bench.Media(await bench.PrepareAsync(Comparison)).ToList();

        Assert.Equal([Expected(8000), Expected(16_000)], media.Select(Lufs));
        Assert.Equal("loudness", media[0].EnumerateObject().Select(m => m.Name).SkipWhile(n => n != "channels").ElementAt(1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ASingleMediumIsMeasuredOnlyWhenAskedFor(bool asked)
    {
        bench.PreSettings = bench.PreSettings with { MeasureLoudness = asked };

        Assert.Equal(asked ? Expected(8000) : null, Lufs(await bench.PrepareMediumAsync(Single)));
    }

    [Fact]
    public async Task ADecodedMediumIsMeasuredToo()
    {
        bench.Decoder = new FakeDecoder { Wav = Bench.Wav() };
        bench.Put("s3://media/a.mp3", [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0]);
        bench.PreSettings = bench.PreSettings with { MeasureLoudness = true };

        Assert.Equal(Expected(8000), Lufs(await bench.PrepareMediumAsync("""{"source-ref":"s3://media/a.mp3"}""")));
    }

    [Fact]
    public async Task PeaksKeptWithoutLoudnessAreMeasuredWhereItIsNeededAndStayWhereTheyAre()
    {
        var before = await bench.PrepareMediumAsync(Single);
        var levels = bench.Files("state");

        var measured = Bench.Media(await bench.PrepareAsync(Comparison)).First();

        Assert.Equal(before.GetProperty("peaks").GetRawText(), measured.GetProperty("peaks").GetRawText());
        Assert.Equal(Expected(8000), Lufs(measured));
        Assert.All(levels.Where(f => f.Key.EndsWith(".levels", StringComparison.Ordinal)), f => Assert.Equal(f.Value, bench.Files("state")[f.Key]));
    }

    [Fact]
    public async Task NothingIsMeasuredTwice()
    {
        var first = await bench.PrepareAsync(Comparison);
        var reads = bench.Store.Count(Verb.Read, Bench.Uri(One));

        var second = await bench.PrepareAsync(Comparison);

        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal(1, bench.Store.Count(Verb.Read, Bench.Uri(One)) - reads);
    }

    [Fact]
    public async Task SilenceHasNoLoudnessAndIsNotMeasuredTwice()
    {
        bench.Put(One, Media.WavBytes.Usual(new byte[16_000], rate: 8000));
        Assert.Null(Lufs(Bench.Media(await bench.PrepareAsync(Comparison)).First()));
        var reads = bench.Store.Count(Verb.Read, Bench.Uri(One));

        Assert.Null(Lufs(Bench.Media(await bench.PrepareAsync(Comparison)).First()));
        Assert.Equal(1, bench.Store.Count(Verb.Read, Bench.Uri(One)) - reads);
    }

    [Fact]
    public async Task WhatAnEarlierTaskMeasuredIsNotToldToOneThatDoesNotAsk()
    {
        _ = await bench.PrepareAsync(Comparison);

        Assert.Null(Lufs(await bench.PrepareMediumAsync(Single)));
    }

    private static decimal? Expected(int frames)
    {
        var meter = new Loudness();
        meter.Begin(8000, 1);
        meter.Add([.. Enumerable.Range(0, frames).Select(i => (short)(i % 1000))]);
        return Math.Round((decimal)meter.Integrated()!.Value, 1);
    }

    private static decimal? Lufs(JsonElement medium) =>
        medium.TryGetProperty("loudness", out var loudness) ? loudness.GetProperty("integratedLufs").GetDecimal() : null;
}
