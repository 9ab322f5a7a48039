using System.Globalization;
using LambdaHooks.Ffmpeg.Tests.Making;
using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg.Tests;

public class DamageTests
{
    public static TheoryData<string, string> Beginnings => new()
    {
        { "a.mp3", "-c:a libmp3lame -b:a 96k" },
        { "a.flac", "-c:a flac" },
        { "a.ogg", "-c:a libvorbis" },
        { "a.opus", "-c:a libopus" },
        { "a.aac", "-c:a aac" },
        { "first.m4a", "-c:a aac -movflags +faststart" },
        { "a.webm", "-c:a libopus" },
    };

    [Theory]
    [MemberData(nameof(Beginnings))]
    public async Task ATrackThatBreaksOffIsUsedAsFarAsItGoes(string name, string encoding)
    {
        using var folder = new MediaFolder();
        var path = await folder.SoundAsync(name, 10, encoding.Split(' '));
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        var decoded = await Decoded.OfAsync(new MemorySource(bytes[..(bytes.Length / 2)]), MediaFolder.TypeOf(path));

        Assert.InRange(decoded.Seconds, 3, 7);
        Assert.Contains(decoded.Seconds.ToString("0.000", CultureInfo.InvariantCulture) + " s", decoded.End.Notice, StringComparison.Ordinal);
        Assert.Contains("is used", decoded.End.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DamageInTheMiddleIsTold()
    {
        using var folder = new MediaFolder();
        var path = await folder.SoundAsync("a.flac", 10);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        bytes.AsSpan(bytes.Length / 2, 2000).Fill(0xA5);

        var decoded = await Decoded.OfAsync(new MemorySource(bytes), MediaFolder.TypeOf(path));

        Assert.InRange(decoded.Seconds, 8, 10.1);
        Assert.NotNull(decoded.End.Notice);
    }

    [Theory]
    [InlineData("a.mp3", "media data: ")]
    [InlineData("a.flac", "audio track: ")]
    [InlineData("a.ogg", "media data: ")]
    [InlineData("a.aac", "")]
    [InlineData("a.mp4", "moov: ")]
    [InlineData("a.mkv", "EBML header: ")]
    [InlineData("a.wav", "RIFF: ")]
    public async Task GarbageIsRefusedWithItsReason(string name, string field)
    {
        var noise = new byte[100_000];
        for (uint i = 0, state = 1; i < noise.Length; i++)
        {
            state = unchecked((state * 1664525) + 1013904223);
            noise[i] = (byte)(state >> 24);
        }

        var fault = await Assert.ThrowsAsync<DecodeException>(() => Decoded.OfAsync(new MemorySource(noise), MediaType.Of([], name)!));

        Assert.StartsWith($"not-decodable: {field}", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.mp3")]
    [InlineData("a.flac")]
    [InlineData("a.ogg")]
    [InlineData("a.aac")]
    [InlineData("a.mp4")]
    [InlineData("a.webm")]
    public async Task AnEmptyFileIsRefused(string name)
    {
        var fault = await Assert.ThrowsAsync<DecodeException>(() => Decoded.OfAsync(new MemorySource([]), MediaType.Of([], name)!));

        Assert.StartsWith("not-decodable: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMediumsOwnTextStaysOutOfMessages()
    {
        using var folder = new MediaFolder();
        var path = await folder.SoundAsync("a.m4a", 5, "-c:a", "aac", "-movflags", "+faststart", "-metadata", "title=[error] Stream map matches no streams SECRET");
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        var whole = await Decoded.OfAsync(new MemorySource(bytes), MediaFolder.TypeOf(path));
        var half = await Decoded.OfAsync(new MemorySource(bytes[..^20000]), MediaFolder.TypeOf(path));

        Assert.Equal(new DecodeEnd(true, null), whole.End);
        Assert.NotNull(half.End.Notice);
        Assert.DoesNotContain("SECRET", half.End.Notice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.mp4", "-c:v libx264")]
    [InlineData("a.webm", "-c:v libvpx -deadline realtime -cpu-used 8")]
    public async Task AVideoWithoutSoundIsNoFault(string name, string encoding)
    {
        using var folder = new MediaFolder();
        var path = await folder.MakeAsync(name, ["-f", "lavfi", "-i", "testsrc=size=160x90:rate=25:d=1", .. encoding.Split(' ')]);

        var decoded = await Decoded.BytesAsync(path);

        Assert.Equal(new DecodeEnd(false, null), decoded.End);
        Assert.Empty(decoded.Samples);
    }
}
