using LambdaHooks.Ffmpeg.Tests.Making;
using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg.Tests;

public class BoundsTests
{
    [Fact]
    public async Task HoursOfSilenceInASmallFileEndAtTheLimit()
    {
        using var folder = new MediaFolder();
        var bomb = await folder.MakeAsync("bomb.flac", "-f", "lavfi", "-i", "anullsrc=r=48000:cl=stereo:d=7200", "-c:a", "flac");
        Assert.InRange(new FileInfo(bomb).Length, 1, 2_000_000);

        var fault = await Assert.ThrowsAsync<DecodeException>(() => Decoded.BytesAsync(bomb, Decoded.Settings with { DecodedBytes = 10_000_000 }));

        Assert.Equal("not-decodable: decoded length: more than 10000000 bytes of sound", fault.Message);
    }

    [Fact]
    public async Task ProcessorTimeIsLimited()
    {
        using var folder = new MediaFolder();
        var slow = await folder.MakeAsync("slow.flac", "-f", "lavfi", "-i", "anullsrc=r=48000:cl=stereo:d=14400", "-c:a", "flac");

        var fault = await Assert.ThrowsAsync<DecodeException>(() => ReadAwayAsync(slow, Decoded.Settings with { CpuSeconds = 1 }));

        Assert.Equal("decode-limit: cpu time: decoding took more than 1 s", fault.Message);
    }

    [Fact]
    public async Task TimeIsLimitedForAReaderThatWaits()
    {
        using var folder = new MediaFolder();
        var path = await folder.SoundAsync("a.flac", 60);
        await using var sound = await new FfmpegDecoder(Decoded.Settings with { WallTime = TimeSpan.FromSeconds(1) })
            .DecodeAsync(new MemorySource(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)), MediaFolder.TypeOf(path), TestContext.Current.CancellationToken);

        // The program waits for room in its pipe, and its source for room in the program's.
        var fault = await Assert.ThrowsAsync<DecodeException>(sound.EndAsync);

        Assert.Equal("decode-limit: wall time: decoding took more than 1 s", fault.Message);
    }

    [Fact]
    public async Task MemoryIsLimited()
    {
        using var folder = new MediaFolder();
        var path = await folder.SoundAsync("a.flac", 1);

        var fault = await Assert.ThrowsAsync<DecodeException>(() => Decoded.BytesAsync(path, Decoded.Settings with { MemoryBytes = 40 << 20 }));

        Assert.StartsWith("decode-limit: memory", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BytesReadForSeekingAreLimited()
    {
        using var folder = new MediaFolder();
        var path = await folder.SoundAsync("last.m4a", 5);

        var fault = await Assert.ThrowsAsync<DecodeException>(() => Decoded.BytesAsync(path, Decoded.Settings with { BridgeBytes = 1000 }));

        Assert.StartsWith("decode-limit: bytes read", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingIsLeftWhenDecodingIsCancelled()
    {
        using var folder = new MediaFolder();
        using var cancel = new CancellationTokenSource();
        var (sound, _) = await BegunAsync(folder, cancel.Token);
        var id = ((DecodedSound)sound).ProcessId;
        Assert.True(IsAlive(id));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sound.Wav.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(sound.EndAsync);
        Assert.False(IsAlive(id));
        await sound.DisposeAsync();
    }

    [Fact]
    public async Task NothingIsLeftWhenSoundIsDisposed()
    {
        using var folder = new MediaFolder();
        var (sound, source) = await BegunAsync(folder, TestContext.Current.CancellationToken);
        var id = ((DecodedSound)sound).ProcessId;

        await sound.DisposeAsync();
        await sound.DisposeAsync();

        Assert.False(IsAlive(id));
        var reads = source.Reads;
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(reads, source.Reads);
        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => sound.Wav.ReadExactlyAsync(new byte[1], TestContext.Current.CancellationToken).AsTask());
    }

    [Fact]
    public async Task NothingBeginsOnceCancelled()
    {
        using var folder = new MediaFolder();
        var path = await folder.SoundAsync("a.mp3", 1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new FfmpegDecoder(Decoded.Settings).DecodeAsync(new FileSource(path), MediaFolder.TypeOf(path), new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("a.flac")]
    [InlineData("a.m4a")]
    public async Task ASourceThatFailsIsWhatTheReaderHears(string name)
    {
        using var folder = new MediaFolder();
        var path = await folder.MakeAsync(name, "-f", "lavfi", "-i", "anoisesrc=r=48000:d=120", "-ac", "2", "-c:a", name.EndsWith("flac", StringComparison.Ordinal) ? "flac" : "alac");
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => Decoded.OfAsync(new FailingSource(bytes, 4 << 20), MediaFolder.TypeOf(path)));

        Assert.Equal("the store said no", fault.Message);
    }

    private static async Task ReadAwayAsync(string path, FfmpegSettings settings)
    {
        await using var sound = await new FfmpegDecoder(settings).DecodeAsync(new FileSource(path), MediaFolder.TypeOf(path), TestContext.Current.CancellationToken);
        await sound.Wav.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
    }

    private static async Task<(IDecodedSound Sound, MemorySource Source)> BegunAsync(MediaFolder folder, CancellationToken cancel)
    {
        var path = await folder.SoundAsync("long.m4a", 60);
        var source = new MemorySource(await File.ReadAllBytesAsync(path, cancel));
        var sound = await new FfmpegDecoder(Decoded.Settings).DecodeAsync(source, MediaFolder.TypeOf(path), cancel);
        await sound.Wav.ReadExactlyAsync(new byte[100_000], cancel);
        return (sound, source);
    }

    /// <summary>True for a process that runs, and for one that has ended but that nobody has asked for its exit code.</summary>
    private static bool IsAlive(int id) =>
        OperatingSystem.IsLinux() ? Directory.Exists($"/proc/{id}") : System.Diagnostics.Process.GetProcesses().Any(p => p.Id == id);
}
