using LambdaHooks.Ffmpeg.Tests.Making;
using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg.Tests;

public class ContainerTests
{
    public static TheoryData<string, string> Media => new()
    {
        { "a.mp3", "-c:a libmp3lame -b:a 96k" },
        { "mpeg2.mp3", "-ar 22050 -ac 1 -c:a libmp3lame -b:a 48k" },
        { "bare.mp3", "-c:a libmp3lame -b:a 96k -write_xing 0 -id3v2_version 0" },
        { "a.flac", "-c:a flac" },
        { "deep.flac", "-c:a flac -sample_fmt s32" },
        { "six.flac", "-c:a flac -ac 6 -ar 96000" },
        { "a.ogg", "-c:a libvorbis" },
        { "a.opus", "-c:a libopus" },
        { "flac.ogg", "-c:a flac" },
        { "a.aac", "-c:a aac" },
        { "last.m4a", "-c:a aac" },
        { "first.m4a", "-c:a aac -movflags +faststart" },
        { "fragments.m4a", "-c:a aac -movflags +frag_keyframe+empty_moov -frag_duration 1000000" },
        { "alac.m4a", "-c:a alac" },
        { "ulaw.wav", "-c:a pcm_mulaw" },
        { "adpcm.wav", "-c:a adpcm_ima_wav" },
    };

    public static TheoryData<string, string> Videos => new()
    {
        { "a.mp4", "-c:v libx264 -preset ultrafast -c:a aac" },
        { "first.mp4", "-c:v libx264 -preset ultrafast -c:a aac -movflags +faststart" },
        { "fragments.mp4", "-c:v libx264 -preset ultrafast -c:a aac -movflags +frag_keyframe+empty_moov" },
        { "a.mov", "-c:v mjpeg -c:a pcm_s16le" },
        { "a.webm", "-c:v libvpx -deadline realtime -cpu-used 8 -c:a libopus" },
        { "a.mkv", "-c:v libx264 -preset ultrafast -c:a flac" },
    };

    [Theory]
    [MemberData(nameof(Media))]
    public async Task SoundIsWhatTheDecoderMakesOfItByItself(string name, string encoding)
    {
        using var folder = new MediaFolder();
        var path = await folder.SoundAsync(name, 3, encoding.Split(' '));

        await AssertSameAsync(await Decoded.DirectlyAsync(path), path);
    }

    [Theory]
    [MemberData(nameof(Videos))]
    public async Task SoundOfVideoIsWhatTheDecoderMakesOfItByItself(string name, string encoding)
    {
        using var folder = new MediaFolder();
        var path = await folder.SoundAsync(name, 3, ["-f", "lavfi", "-i", "testsrc=size=160x90:rate=25:d=3", .. encoding.Split(' ')]);

        await AssertSameAsync(await Decoded.DirectlyAsync(path), path);
    }

    [Fact]
    public async Task RateAndChannelsAreTheTracks()
    {
        using var folder = new MediaFolder();

        var decoded = await Decoded.BytesAsync(await folder.SoundAsync("six.flac", 1, "-c:a", "flac", "-ac", "6", "-ar", "96000"));

        Assert.Equal((6, 96000), (decoded.Channels, decoded.Rate));
    }

    [Fact]
    public async Task TheFirstOfSeveralTracksIsTaken()
    {
        using var folder = new MediaFolder();
        var path = await folder.MakeAsync("two.m4a",
            "-f", "lavfi", "-i", "sine=f=440:r=8000:d=1", "-f", "lavfi", "-i", "sine=f=880:r=44100:d=1", "-map", "0", "-map", "1", "-ac:a:1", "2");

        Assert.Equal((1, 8000), await Decoded.BytesAsync(path) is var d ? (d.Channels, d.Rate) : default);
    }

    [Theory]
    [InlineData("-dash.flac")]
    [InlineData("http:odd %d name.flac")]
    public async Task AFileIsOpenedWhateverItsName(string name)
    {
        using var folder = new MediaFolder();
        var path = folder.Below(name);
        File.Move(await folder.SoundAsync("plain.flac", 1), path);
        var source = new FileSource(path);

        var decoded = await Decoded.OfAsync(source, MediaFolder.TypeOf(path));

        Assert.Equal(1, decoded.Seconds, 0.05);
        Assert.Equal(0, source.Reads);
    }

    private static async Task AssertSameAsync(byte[] expected, string path)
    {
        var type = MediaFolder.TypeOf(path);
        foreach (IByteSource source in (IByteSource[])[new MemorySource(await File.ReadAllBytesAsync(path)), new FileSource(path)])
        {
            var decoded = await Decoded.OfAsync(source, type);

            Assert.True(decoded.End.HasAudio);
            Assert.Null(decoded.End.Notice);
            Assert.True(expected.AsSpan().SequenceEqual(decoded.Samples), $"{source.GetType().Name}: {expected.Length} bytes expected, {decoded.Samples.Length} came");
        }
    }
}
