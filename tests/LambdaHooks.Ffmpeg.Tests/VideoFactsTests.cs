using LambdaHooks.Ffmpeg.Tests.Making;
using LambdaHooks.Ffmpeg.Tests.Programs;
using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg.Tests;

public sealed class VideoFactsTests : IDisposable
{
    private const string X264 = "-c:v libx264 -preset ultrafast";
    private const string Vp8 = "-c:v libvpx -deadline realtime -cpu-used 8";

    private readonly MediaFolder folder = new();

    [Theory]
    [InlineData("a.mp4", "25", "25", X264)]
    [InlineData("b.mp4", "25", "25", "-c:v libx264 -bf 3 -movflags +faststart")]
    [InlineData("ntsc.mp4", "30000/1001", "30000/1001", X264)]
    [InlineData("film.mkv", "24000/1001", "24000/1001", X264)]
    [InlineData("a.webm", "30", "30", Vp8)]
    [InlineData("ntsc.webm", "30000/1001", "30000/1001", Vp8)]
    [InlineData("a.mov", "50", "50", X264)]
    public async Task SteadyRatesAreExact(string name, string rate, string expected, string encoding)
    {
        var path = await folder.MakeAsync(name, ["-f", "lavfi", "-i", $"testsrc=size=160x90:rate={rate}:d=3", "-f", "lavfi", "-i", "sine=d=3", .. encoding.Split(' ')]);

        var facts = await LookAsync(path);

        Assert.Equal((160, 90, expected, false, true), (facts!.Width, facts.Height, facts.FrameRate.ToString(), facts.VariableFrameRate, facts.HasAudio));
        Assert.InRange(facts.DurationSeconds!.Value, 2.99m, 3.1m);
    }

    [Theory]
    [InlineData("a.mp4", X264)]
    [InlineData("a.webm", Vp8)]
    public async Task ARateThatVariesIsSaidToVary(string name, string encoding)
    {
        var path = await folder.MakeAsync(name,
            ["-f", "lavfi", "-i", "testsrc=size=160x90:rate=30:d=4", "-vf", "select='lt(t,1)+not(mod(n,3))'", "-vsync", "vfr", .. encoding.Split(' ')]);

        Assert.True((await LookAsync(path))!.VariableFrameRate);
    }

    [Fact]
    public async Task ATurnedPictureIsAsItIsShown()
    {
        var flat = await folder.MakeAsync("flat.mp4", ["-f", "lavfi", "-i", "testsrc=size=160x90:rate=25:d=1", .. X264.Split(' ')]);
        var turned = await folder.MakeAsync("turned.mp4", "-i", flat, "-c", "copy", "-metadata:s:v", "rotate=90");

        Assert.Equal((90, 160), await LookAsync(turned) is { } facts ? (facts.Width, facts.Height) : default);
    }

    [Fact]
    public async Task PixelsThatAreNotSquareAreMadeSo()
    {
        var path = await folder.MakeAsync("wide.mp4", ["-f", "lavfi", "-i", "testsrc=size=720x576:rate=25:d=1", "-vf", "setsar=16/15", .. X264.Split(' ')]);

        Assert.Equal((768, 576), await LookAsync(path) is { } facts ? (facts.Width, facts.Height) : default);
    }

    [Fact]
    public async Task AVideoWithoutSoundSaysSo()
    {
        var path = await folder.MakeAsync("mute.mp4", ["-f", "lavfi", "-i", "testsrc=size=160x90:rate=25:d=1", .. X264.Split(' ')]);

        Assert.False((await LookAsync(path))!.HasAudio);
    }

    [Fact]
    public async Task SoundHasNoPictureNorHasItsCover()
    {
        var cover = await folder.MakeAsync("cover.png", "-f", "lavfi", "-i", "testsrc=size=160x90:d=0.04", "-frames:v", "1");
        var covered = await folder.MakeAsync("covered.mp4", "-f", "lavfi", "-i", "sine=d=1", "-i", cover, "-map", "0:a", "-map", "1:v", "-c:v", "mjpeg", "-disposition:v:0", "attached_pic");

        Assert.Null(await LookAsync(await folder.SoundAsync("a.mp3", 1)));
        Assert.Null(await LookAsync(covered));
    }

    [Fact]
    public async Task GarbageIsRefused()
    {
        await Installed.FfmpegAsync();

        var fault = await Assert.ThrowsAsync<DecodeException>(() =>
            new FfmpegDecoder(Decoded.Settings).LookAsync(new MemorySource(new byte[5000]), MediaType.Of([], "a.mp4")!, TestContext.Current.CancellationToken));

        Assert.StartsWith("not-decodable: ", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static async Task<VideoFacts?> LookAsync(string path)
    {
        var decoder = new FfmpegDecoder(Decoded.Settings);
        var byBytes = await decoder.LookAsync(new MemorySource(await File.ReadAllBytesAsync(path)), MediaFolder.TypeOf(path), TestContext.Current.CancellationToken);
        Assert.Equal(await decoder.LookAsync(new FileSource(path), MediaFolder.TypeOf(path), TestContext.Current.CancellationToken), byBytes);
        return byBytes;
    }
}
