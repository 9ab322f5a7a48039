using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LambdaHooks.Ffmpeg.Tests.Making;
using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg.Tests;

/// <summary>What a medium says is never followed: no file and no address but its own is opened.</summary>
public sealed class ConfinementTests : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly MediaFolder folder = new();

    public ConfinementTests() => listener.Start();

    private int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public static TheoryData<string> Names => ["a.mp3", "a.flac", "a.ogg", "a.aac", "a.m4a", "a.mp4", "a.mov", "a.webm", "a.mkv", "a.wav"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task APlaylistIsNotFollowedWhateverItIsCalled(string name)
    {
        var canary = await folder.SoundAsync("canary.wav", 1);
        string[] playlists =
        [
            $"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nhttp://127.0.0.1:{Port}/a.ts\n#EXTINF:9,\n{canary}\n#EXT-X-ENDLIST\n",
            $"ffconcat version 1.0\nfile '{canary}'\nfile 'http://127.0.0.1:{Port}/a.wav'\n",
        ];
        foreach (var playlist in playlists)
        {
            var path = folder.Below(name);
            await File.WriteAllTextAsync(path, playlist, TestContext.Current.CancellationToken);
            await AssertRefusedAsync(new FileSource(path), MediaType.Of([], name)!);
            await AssertRefusedAsync(new MemorySource(Encoding.UTF8.GetBytes(playlist)), MediaType.Of([], name)!);
        }

        Assert.False(listener.Pending());
    }

    [Theory]
    [InlineData("http")]
    [InlineData("file")]
    public async Task SamplesElsewhereAreNotFetched(string scheme)
    {
        var canary = await folder.SoundAsync("canary.pcm", 1, "-f", "s16le");
        var path = await folder.MakeAsync("a.mov", "-f", "lavfi", "-i", "sine=d=1", "-c:a", "pcm_s16le");
        var own = await Decoded.DirectlyAsync(path);
        var bytes = Refer(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), scheme == "http" ? $"http://127.0.0.1:{Port}/a" : $"file://{canary}");
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

        // The samples in the file may be played, or nothing; what the reference names may not.
        foreach (IByteSource source in (IByteSource[])[new FileSource(path), new MemorySource(bytes)])
        {
            Assert.True(await DecodeIfPossibleAsync(source) is var played && (played.Length == 0 || played.AsSpan().SequenceEqual(own)));
        }

        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task TheProgramSeesNoVariablesButThoseItNeeds()
    {
        var seen = folder.Below("seen");
        var fake = FakeProgram.Write(folder.Below("ffmpeg"), $"echo 'ffmpeg version 6.0' >&2\n/usr/bin/env > '{seen}'");

        await Decoded.OfAsync(new MemorySource([1]), MediaType.Of([], "a.aac")!, new FfmpegSettings { Path = fake, LibraryPath = "/opt/lib" });

        var names = (await File.ReadAllLinesAsync(seen, TestContext.Current.CancellationToken)).Select(l => l.Split('=')[0]).Except(["PWD", "OLDPWD", "SHLVL", "_", "PATH"]);
        Assert.Equal(["LD_LIBRARY_PATH", "http_proxy", "no_proxy"], names.Order(StringComparer.Ordinal));
    }

    public void Dispose()
    {
        listener.Dispose();
        folder.Dispose();
    }

    private static async Task AssertRefusedAsync(IByteSource source, MediaType type)
    {
        var fault = await Assert.ThrowsAsync<DecodeException>(() => Decoded.OfAsync(source, type));
        Assert.StartsWith("not-decodable: ", fault.Message, StringComparison.Ordinal);
    }

    private static async Task<byte[]> DecodeIfPossibleAsync(IByteSource source)
    {
        try
        {
            return (await Decoded.OfAsync(source, MediaType.Of([], "a.mov")!)).Samples;
        }
        catch (DecodeException)
        {
            return [];
        }
    }

    /// <summary>Makes the one data reference of a file whose moov is last one to another place, and lengthens the boxes around it.</summary>
    private static byte[] Refer(byte[] file, string location)
    {
        var references = file.AsSpan().IndexOf("dref"u8);
        var entry = references + file.AsSpan(references).IndexOf("url "u8) - 4;
        Assert.Equal(12, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(entry)));
        var place = Encoding.ASCII.GetBytes(location + "\0");
        byte[] changed = [.. file[..(entry + 8)], 0, 0, 0, 0, .. place, .. file[(entry + 12)..]];
        Lengthen(changed, entry, place.Length);
        foreach (var box in (string[])["dref", "dinf", "minf", "mdia", "trak", "moov"])
        {
            Lengthen(changed, changed.AsSpan(0, entry).LastIndexOf(Encoding.ASCII.GetBytes(box)) - 4, place.Length);
        }

        return changed;
    }

    private static void Lengthen(byte[] file, int box, int by) =>
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(box), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(box)) + by);
}
