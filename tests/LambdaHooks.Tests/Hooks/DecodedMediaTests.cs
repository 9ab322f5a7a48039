using System.Text.Json;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Hooks;

public sealed class DecodedMediaTests : IDisposable
{
    private const string Song = "s3://media/a.mp3";
    private const string Film = "s3://media/a.mp4";

    private static readonly VideoFacts Facts = new(1280, 720, new FrameRate(30_000, 1001), false, 1.5m, true);

    private readonly FakeDecoder decoder = new();
    private readonly Bench bench;

    public DecodedMediaTests()
    {
        bench = new Bench { Decoder = decoder };
        bench.Put(Song, [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0]);
        bench.Put(Film, [0, 0, 0, 32, .. "ftypisom"u8, 0, 0, 0, 0]);
    }

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task ADecodedMediumHasThePeaksOfItsSound()
    {
        bench.Put("s3://media/same.wav", Bench.Wav());
        decoder.Wav = Bench.Wav();

        var (song, same) = (await PrepareAsync(Song), await PrepareAsync("s3://media/same.wav"));

        Assert.Equal(("audio/mpeg", 1m, 8000, 1), (Text(song, "type"), song.GetProperty("durationSeconds").GetDecimal(), song.GetProperty("sampleRate").GetInt32(), song.GetProperty("channels").GetInt32()));
        Assert.Equal(Overview(same), Overview(song));
        Assert.Equal(bench.Get(Levels(same)), bench.Get(Levels(song)));
        Assert.Null(Text(song, "reason"));
        Assert.Equal(0, decoder.Open);
    }

    [Fact]
    public async Task NothingIsDecodedTwice()
    {
        decoder.Wav = Bench.Wav();
        decoder.Facts = Facts;
        var made = await PrepareAsync(Film);

        var found = await PrepareAsync(Film);

        Assert.Equal(made.GetRawText(), found.GetRawText());
        Assert.Equal((1, 1), (decoder.Looks, decoder.Decodes));
    }

    [Fact]
    public async Task WhatWasDecodedIsFoundWithoutADecoder()
    {
        decoder.Wav = Bench.Wav();
        var made = await PrepareAsync(Song);
        bench.Decoder = null;

        Assert.Equal(made.GetRawText(), (await PrepareAsync(Song)).GetRawText());
    }

    [Fact]
    public async Task AVideoHasThePictureItsPageNeeds()
    {
        decoder.Wav = Bench.Wav();
        decoder.Facts = Facts;

        var input = await bench.PrepareAsync($$"""{"source-ref":"{{Film}}"}""");

        var film = Bench.Media(input).Single();
        Assert.Equal("video", input.GetProperty("lambdahooks").GetProperty("kind").GetString());
        Assert.Equal("""{"width":1280,"height":720,"frameRate":"30000/1001","variableFrameRate":false}""", film.GetProperty("video").GetRawText());
        Assert.Equal(
            ["id", "s3Uri", "url", "notAfter", "type", "durationSeconds", "sampleRate", "channels", "video", "peaks"],
            film.EnumerateObject().Select(m => m.Name));
    }

    [Theory]
    [InlineData(null, 1.0)]
    [InlineData(0.5, 1.0)]
    [InlineData(1.5, 1.5)]
    public async Task AVideoIsAsLongAsTheLongerOfPictureAndSound(double? picture, double seconds)
    {
        decoder.Wav = Bench.Wav();
        decoder.Facts = Facts with { DurationSeconds = (decimal?)picture };

        Assert.Equal((decimal)seconds, (await PrepareAsync(Film)).GetProperty("durationSeconds").GetDecimal());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AVideoWithoutSoundIsNoFault(bool found)
    {
        decoder.Facts = Facts with { HasAudio = !found };
        decoder.End = new DecodeEnd(false, null);

        var (made, kept) = (await PrepareAsync(Film), await PrepareAsync(Film));

        Assert.Equal((0, 1.5m, 1280), (made.GetProperty("channels").GetInt32(), made.GetProperty("durationSeconds").GetDecimal(), made.GetProperty("video").GetProperty("width").GetInt32()));
        Assert.StartsWith("no-audio-track:", Text(made, "notice"));
        Assert.Equal(
            ["id", "s3Uri", "url", "notAfter", "type", "durationSeconds", "channels", "video", "notice"],
            made.EnumerateObject().Select(m => m.Name));
        Assert.Equal(made.GetRawText(), kept.GetRawText());
        Assert.Equal((1, found ? 0 : 1), (decoder.Looks, decoder.Decodes));
    }

    [Fact]
    public async Task WithoutADecoderAMediumSaysSoAndKeepsItsUrl()
    {
        bench.Decoder = null;

        var film = await PrepareAsync(Film);

        Assert.Equal("no-peaks: no decoder is configured, and this is MP4, not WAV", Text(film, "reason"));
        Assert.NotNull(Text(film, "url"));
    }

    [Fact]
    public async Task WhatADecoderRefusesBecomesTheReasonAndIsTriedAgain()
    {
        decoder.Facts = Facts;
        decoder.DecodeFault = new DecodeException("decoder-missing: ffmpeg: it was not found");
        var refused = await PrepareAsync(Film);
        decoder.DecodeFault = null;
        decoder.Wav = Bench.Wav();

        Assert.Equal(("decoder-missing: ffmpeg: it was not found", 1.5m), (Text(refused, "reason"), refused.GetProperty("durationSeconds").GetDecimal()));
        Assert.Equal(1280, refused.GetProperty("video").GetProperty("width").GetInt32());
        Assert.NotNull(Text(refused, "url"));
        Assert.True((await PrepareAsync(Film)).TryGetProperty("peaks", out _));
    }

    [Fact]
    public async Task AMediumThatBreaksWhileItIsDecodedKeepsItsUrl()
    {
        decoder.Wav = Bench.Wav();
        decoder.EndFault = new DecodeException("not-decodable: stream: " + new string('x', 5000));

        var song = await PrepareAsync(Song);

        Assert.StartsWith("not-decodable: stream: xxx", Text(song, "reason"));
        Assert.InRange(Text(song, "reason")!.Length, 100, 500);
        Assert.NotNull(Text(song, "url"));
        Assert.DoesNotContain(bench.Files("state").Keys, f => f.Contains("/peaks/", StringComparison.Ordinal));
        Assert.Equal(0, decoder.Open);
    }

    [Fact]
    public async Task ADecoderThatGivesNoWavIsNotDecodable()
    {
        decoder.Wav = "no sound at all"u8.ToArray();

        Assert.StartsWith("not-decodable:", Text(await PrepareAsync(Song), "reason"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(44)]
    public async Task AnAudioTrackWithoutSamplesIsNotDecodable(int bytes)
    {
        decoder.Wav = Bench.Wav(frames: 0)[..bytes];

        var song = await PrepareAsync(Song);

        Assert.Equal("not-decodable: data: there are no samples", Text(song, "reason"));
        Assert.NotNull(Text(song, "url"));
    }

    /// <summary>A decoder reads to where its input ends, and calls that the end of the sound.</summary>
    [Fact]
    public async Task AMediumReplacedWhileItIsDecodedIsNotTakenForItsBeginning()
    {
        decoder.Wav = Bench.Wav();
        decoder.Read = async (source, cancel) =>
        {
            bench.Put(Song, "ID3 another"u8.ToArray());
            _ = await Record.ExceptionAsync(async () => await source.ReadAsync(0, new byte[4], cancel));
        };

        var song = await PrepareAsync(Song);

        Assert.StartsWith("object-changed:", Text(song, "reason"));
        Assert.Null(Text(song, "url"));
        Assert.DoesNotContain(bench.Files("state").Keys, f => f.Contains("/peaks/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OverADeadlineAVideoKeepsItsUrlAndItsPicture()
    {
        using var deadline = new CancellationTokenSource();
        decoder.Facts = Facts;
        decoder.Read = async (_, cancel) =>
        {
            await deadline.CancelAsync();
            cancel.ThrowIfCancellationRequested();
        };
        bench.Deadline = deadline.Token;

        var film = await PrepareAsync(Film);

        Assert.StartsWith("no-time:", Text(film, "reason"));
        Assert.NotNull(Text(film, "url"));
        Assert.Equal(1.5m, film.GetProperty("durationSeconds").GetDecimal());
    }

    [Fact]
    public async Task OddSoundHasANotice()
    {
        decoder.Wav = Bench.Wav();
        decoder.End = new DecodeEnd(true, "cut-short: the track breaks off");

        Assert.Equal("cut-short: the track breaks off", Text(await PrepareAsync(Song), "notice"));
    }

    private Task<JsonElement> PrepareAsync(string uri) => bench.PrepareMediumAsync($$"""{"source-ref":"{{uri}}"}""");

    private static string Overview(JsonElement medium) => medium.GetProperty("peaks").GetProperty("overview").GetRawText();

    private static string Levels(JsonElement medium) => medium.GetProperty("peaks").GetProperty("levels").GetString()!;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var member) ? member.GetString() : null;
}
