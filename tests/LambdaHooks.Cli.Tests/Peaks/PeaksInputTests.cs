using LambdaHooks.Media;

namespace LambdaHooks.Cli.Tests.Peaks;

public sealed class PeaksInputTests : IDisposable
{
    private static readonly Waveform Ten = new(8000, 256, 1, WaveformBits.Sixteen, new short[] { -32768, 32767 });

    private readonly PeaksHere here = new();

    [Fact]
    public async Task AFolderIsEveryMediumBelowItUnderItsOwnPath()
    {
        foreach (var name in (string[])["in/a.wav", "in/deep/b.wav", "in/deep/unnamed", "in/.hidden.wav", "in/.hidden/c.wav"])
        {
            here.Put(name, Wav.Of(Wav.Ten));
        }

        here.Put("in/notes.txt", "no medium");
        here.Put("in/old.dat", "no medium either");

        await here.MakeAsync(3, 0, here.Below("in"), "-o", here.Below("out") + "/");

        Assert.Equal(["out/a.dat", "out/deep/b.dat", "out/deep/unnamed.dat"], here.Files().Where(f => f.StartsWith("out/", StringComparison.Ordinal)));
        Assert.All(here.Scanner.Asked, a => Assert.Equal(Environment.ProcessorCount == 1 ? ScanPlan.Local : ScanPlan.OneCore, a.Plan));
    }

    [Fact]
    public async Task WithoutAnOutputPeaksLieBesideTheirMedia()
    {
        here.Put("in/a.wav", Wav.Of(Wav.Ten));
        here.Put("in/deep/b.wav", Wav.Of(Wav.Ten));

        await here.MakeAsync(2, 0, here.Below("in"), "--output-format", "wavesurfer");

        Assert.Equal(["in/a.wav", "in/a.wavesurfer.json", "in/deep/b.wav", "in/deep/b.wavesurfer.json"], here.Files());
    }

    [Fact]
    public async Task OneBadMediumDoesNotStopTheOthers()
    {
        var good = here.Put("good.wav", Wav.Of(Wav.Ten));
        var cut = here.Put("cut.wav", Wav.Of(Wav.Ten)[..30]);
        var text = here.Put("text", "no medium");
        var song = here.Put("song.mp3", "ID3.............");

        var (exitCode, lines) = await here.RunAsync(cut, good, song, text);

        Assert.Equal(1, exitCode);
        Assert.Equal(
        [
            "cut.wav: data: there is no data chunk",
            "song.mp3: decoder-missing: ffmpeg was not found in /nowhere/ffmpeg; install it there, or say where it is",
            "text: not-a-medium: neither its first bytes nor its name are those of a known audio or video format",
            "1 made, 0 kept, 3 failed",
        ], lines);
        Assert.Equal(["cut.wav", "good.dat", "good.wav", "song.mp3", "text"], here.Files());
    }

    [Fact]
    public async Task AFaultOfTheProgramIsOneFailureToo()
    {
        var (exitCode, lines) = await here.RunAsync(here.Put("ten.wav", Wav.Of(Wav.Ten)), "--channels", "0", "-w", "10", "-o", here.Put("taken", "") + "/x.dat");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("ten.wav: ", lines[0], StringComparison.Ordinal);
        Assert.Equal("0 made, 0 kept, 1 failed", lines[1]);
    }

    [Fact]
    public async Task AManifestNamesItsMediaAndItsLinesInErrors()
    {
        here.Put("media/a.wav", Wav.Of(Wav.Ten));
        here.Put("media/deep/b.wav", Wav.Of(Wav.Ten));
        var manifest = here.Put("job.manifest", """
            {"source-ref":"s3://my-media/a.wav"}

            {"source":"p","candidates":[{"id":"1","source-ref":"s3://my-media/a.wav"},{"id":"2","source-ref":"s3://my-media/deep/b.wav"},{"id":"3"}]}
            {"source":"only text"}
            {"source-ref":"file.wav"}
            broken
            {"source-ref":"s3://my-media/gone.wav"}
            """);

        var (exitCode, lines) = await here.RunAsync(manifest, "--bucket", $"my-media={here.Below("media")}", "-o", here.Below("out") + "/");

        Assert.Equal(1, exitCode);
        Assert.Equal(
        [
            "job.manifest:3: candidates[2].source-ref: it is not s3://bucket/key",
            "job.manifest:4: no-medium: the line's source is text, so there is nothing to play",
            "job.manifest:5: source-ref: it is not s3://bucket/key",
            "job.manifest:6: unreadable-line: it is not JSON",
            "s3://my-media/gone.wav: missing-object: s3://my-media/gone.wav does not exist",
            "2 made, 0 kept, 5 failed",
        ], lines.Order(StringComparer.Ordinal).OrderBy(l => l[0] == '2'));
        Assert.Equal(["out/my-media/a.dat", "out/my-media/deep/b.dat"], here.Files().Where(f => f.StartsWith("out/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task PeaksOfStoredMediaLieBesideThemOrUnderAPrefix()
    {
        here.Put("media/a.wav", Wav.Of(Wav.Ten));
        string[] buckets = ["--bucket", $"my-media={here.Below("media")}", "--bucket", $"my-peaks={here.Below("peaks")}"];

        await here.MakeAsync(1, 0, ["s3://my-media/a.wav", .. buckets]);
        await here.MakeAsync(1, 0, ["s3://my-media/a.wav", "-o", "s3://my-peaks/all/", .. buckets]);
        await here.MakeAsync(0, 1, ["s3://my-media/a.wav", "-o", "s3://my-peaks/all/", .. buckets]);

        Assert.Equal(["media/a.dat", "media/a.wav", "peaks/all/my-media/a.dat"], here.Files());
        Assert.All(here.Scanner.Asked, a => Assert.Equal(ScanPlan.Remote, a.Plan));
    }

    [Fact]
    public async Task StandardInputIsScannedAsItComes()
    {
        here.Input = Wav.Of(Wav.Ten);

        await here.MakeAsync(1, 0, "-", "-o", here.Below("ten.dat"));

        Assert.Equal(Ten, here.Waveform("ten.dat"));
        Assert.Null(Assert.Single(here.Scanner.Asked).Plan);
    }

    [Fact]
    public async Task AWaveformMayComeThroughStandardInput()
    {
        await here.MakeAsync(1, 0, here.Put("ten.wav", Wav.Of(Wav.Ten)));
        here.Input = File.ReadAllBytes(here.Below("ten.dat"));

        await here.MakeAsync(1, 0, "-i", "-", "--input-format", "dat", "-o", here.Below("again.json"));

        Assert.Equal(Ten, here.Waveform("again.json"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RawSamplesNeedNoHeader(bool piped)
    {
        here.Input = Wav.Of(Wav.Ten)[44..];
        var input = piped ? "-" : here.Put("ten.raw", here.Input);

        await here.MakeAsync(1, 0, input, "--input-format", "raw", "--raw-samplerate", "8000", "--raw-channels", "1", "-o", here.Below("raw.dat"));

        Assert.Equal(Ten, here.Waveform("raw.dat"));
    }

    [Fact]
    public async Task OtherMediaGoThroughTheDecoder()
    {
        using var decoding = new PeaksHere { Decoder = new FakeDecoder(Wav.Of(Wav.Ten), new DecodeEnd(HasAudio: true, "the track breaks off")) };

        var (exitCode, lines) = await decoding.RunAsync(decoding.Put("song.mp3", "ID3............."));
        await decoding.RunAsync(decoding.Below("song.mp3"), "--output-format", "levels");

        Assert.Equal((0, "song.mp3: the track breaks off"), (exitCode, lines[0]));
        Assert.Equal(Ten, decoding.Waveform("song.dat"));
        Assert.Equal(10, PeakFile.Read(File.ReadAllBytes(decoding.Below("song.levels"))).Frames);
    }

    [Fact]
    public async Task AMediumWithoutSoundSaysSo()
    {
        using var decoding = new PeaksHere { Decoder = new FakeDecoder([], new DecodeEnd(HasAudio: false, null)) };

        var (exitCode, lines) = await decoding.RunAsync(decoding.Put("silent.mp4", "....ftypisom...."));

        Assert.Equal((1, "silent.mp4: no-audio: the medium has no audio track"), (exitCode, lines[0]));
        Assert.Equal(["silent.mp4"], decoding.Files());
    }

    [Fact]
    public async Task MoreThanTwentyFourChannelsAreNotSplit()
    {
        var (exitCode, lines) = await here.RunAsync(here.Put("many.wav", Wav.Of(new short[50], channels: 25)), "--split-channels");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("many.wav: --split-channels: the medium has 25 channels, at most 24 are split", lines[0], StringComparison.Ordinal);
    }

    public void Dispose() => here.Dispose();
}
