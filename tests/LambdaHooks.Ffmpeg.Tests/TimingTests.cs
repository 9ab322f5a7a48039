using LambdaHooks.Ffmpeg.Tests.Making;
using LambdaHooks.Ffmpeg.Tests.Programs;

namespace LambdaHooks.Ffmpeg.Tests;

public class TimingTests
{
    private const double Click = 0.7;

    /// <summary>Silence, and at <see cref="Click"/> a few milliseconds of a loud high tone.</summary>
    private const string ClickTrack = "aevalsrc='0.8*sin(2*PI*3000*(t-0.7))*between(t,0.7,0.71)':s=48000:d=2";

    [Theory]
    [InlineData("a.mp3", "-c:a libmp3lame -b:a 128k")]
    [InlineData("a.m4a", "-c:a aac -b:a 128k")]
    [InlineData("a.opus", "-c:a libopus -b:a 96k")]
    [InlineData("a.ogg", "-c:a libvorbis")]
    [InlineData("a.flac", "-c:a flac")]
    [InlineData("a.webm", "-c:a libopus -b:a 96k")]
    public async Task AClickIsHeardWhenItWasMade(string name, string encoding)
    {
        using var folder = new MediaFolder();
        var path = await folder.MakeAsync(name, ["-f", "lavfi", "-i", ClickTrack, .. encoding.Split(' ')]);

        Assert.Equal(Click, (await Decoded.BytesAsync(path)).ClickAt(), 0.001);
    }

    [Theory]
    [InlineData("a.mp4", "0", "-c:v libx264 -preset ultrafast -c:a aac -b:a 128k", 0.001)]
    [InlineData("a.mp4", "0.5", "-c:v libx264 -preset ultrafast -c:a aac -b:a 128k", 0.001)]
    [InlineData("a.mov", "0.5", "-c:v mjpeg -c:a pcm_s16le", 0.001)]
    [InlineData("a.mkv", "0.5", "-c:v libx264 -preset ultrafast -c:a flac", 0.001)]
    [InlineData("a.webm", "0", "-c:v libvpx -deadline realtime -cpu-used 8 -c:a libopus -b:a 96k", 0.001)]
    // The container has a clock of milliseconds, and its writer moves the picture by up to one frame of Vorbis or Opus.
    [InlineData("a.webm", "0.5", "-c:v libvpx -deadline realtime -cpu-used 8 -c:a libopus -b:a 96k", 0.008)]
    [InlineData("vorbis.webm", "0", "-c:v libvpx -deadline realtime -cpu-used 8 -c:a libvorbis", 0.004)]
    public async Task SoundThatBeginsAfterThePictureIsHeardThen(string name, string delay, string encoding, double tolerance)
    {
        using var folder = new MediaFolder();
        var path = await folder.MakeAsync(name,
            ["-f", "lavfi", "-i", "testsrc=size=160x90:rate=25:d=2", "-itsoffset", delay, "-f", "lavfi", "-i", ClickTrack, "-map", "0:v", "-map", "1:a", .. encoding.Split(' ')]);

        var decoded = await Decoded.BytesAsync(path);

        Assert.Equal(Click + double.Parse(delay, System.Globalization.CultureInfo.InvariantCulture), decoded.ClickAt(), tolerance);
    }

    [Fact]
    public async Task AGapInTheSoundIsSilence()
    {
        using var folder = new MediaFolder();
        var path = await folder.MakeAsync("gap.mkv", "-f", "lavfi", "-i", "testsrc=size=160x90:rate=25:d=3", "-f", "lavfi", "-i", "sine=r=48000:d=3",
            "-af", "aselect='not(between(t,1,1.5))'", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "flac");

        Assert.InRange((await Decoded.DirectlyAsync(path)).Length / 2.0 / 48000, 2.4, 2.6);
        Assert.Equal(3, (await Decoded.BytesAsync(path)).Seconds, 0.05);
    }

    [Fact]
    public async Task ABrowserHearsTheClickAtTheSameTime()
    {
        using var folder = new MediaFolder();
        var path = await folder.MakeAsync("a.mp3", "-f", "lavfi", "-i", ClickTrack, "-c:a", "libmp3lame", "-b:a", "128k");
        var page = Page(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));

        var said = await Browser.AskAsync(await Installed.ChromiumAsync(), folder.Below("profile"), page);

        Assert.True(double.TryParse(said, System.Globalization.CultureInfo.InvariantCulture, out var click), said);
        Assert.Equal(click, (await Decoded.BytesAsync(path)).ClickAt(), 0.002);
    }

    private static string Page(byte[] mp3) => $$"""
        <body><script>
        const bytes = Uint8Array.from(atob("{{Convert.ToBase64String(mp3)}}"), c => c.charCodeAt(0));
        new OfflineAudioContext(1, 48000, 48000).decodeAudioData(bytes.buffer).then(sound => {
          const samples = sound.getChannelData(0);
          const loudest = samples.reduce((most, s) => Math.max(most, Math.abs(s)), 0);
          return samples.findIndex(s => Math.abs(s) * 2 >= loudest) / sound.sampleRate;
        }).catch(e => "failed: " + e).then(said => fetch("/said/" + encodeURIComponent(said)));
        </script></body>
        """;
}
