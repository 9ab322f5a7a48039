using System.Net;
using LambdaHooks.Ffmpeg.Tests.Making;

namespace LambdaHooks.Ffmpeg.Tests;

public class BridgeTests
{
    [Theory]
    [InlineData("last.m4a", "-c:a aac", typeof(BridgedInput))]
    [InlineData("first.m4a", "-c:a aac -movflags +faststart", typeof(PipedInput))]
    [InlineData("fragments.m4a", "-c:a aac -movflags +frag_keyframe+empty_moov", typeof(PipedInput))]
    [InlineData("a.flac", "-c:a flac", typeof(PipedInput))]
    public async Task OnlyAFileWhoseTablesComeLastNeedsTheBridge(string name, string encoding, Type expected)
    {
        using var folder = new MediaFolder();
        var path = await folder.SoundAsync(name, 1, encoding.Split(' '));

        await using var input = await MediaInput.OpenAsync(new MemorySource(await File.ReadAllBytesAsync(path, Cancel)), Demuxer.Of(MediaFolder.TypeOf(path)), Decoded.Settings, Cancel);
        await using var local = await MediaInput.OpenAsync(new FileSource(path), Demuxer.Of(MediaFolder.TypeOf(path)), Decoded.Settings, Cancel);

        Assert.IsType(expected, input);
        Assert.IsType<LocalInput>(local);
    }

    [Fact]
    public async Task LargeSizesAreReadAndSenselessOnesEndTheWalk()
    {
        byte[] large = [0, 0, 0, 1, .. "wide"u8, 0, 0, 0, 0, 0, 0, 0, 20, 9, 9, 9, 9, 0, 0, 0, 8, .. "moov"u8];

        Assert.True(await BoxWalk.TablesComeFirstAsync(new MemorySource(large), Cancel));
        Assert.False(await BoxWalk.TablesComeFirstAsync(new MemorySource([0, 0, 0, 0, .. "free"u8, 0, 0, 0, 8, .. "moov"u8]), Cancel));
        Assert.False(await BoxWalk.TablesComeFirstAsync(new MemorySource([0, 0, 0, 1, .. "free"u8, 0xFF, 0, 0, 0, 0, 0, 0, 0]), Cancel));
        Assert.False(await BoxWalk.TablesComeFirstAsync(new MemorySource([0, 0, 0, 7, .. "free"u8]), Cancel));
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public async Task BoxesAreWalkedUpToSixtyFour(int boxes, bool found)
    {
        byte[] file = [.. Enumerable.Repeat((byte[])[0, 0, 0, 8, .. "free"u8], boxes).SelectMany(b => b), 0, 0, 0, 8, .. "moov"u8];

        Assert.Equal(found, await BoxWalk.TablesComeFirstAsync(new MemorySource(file), Cancel));
    }

    [Fact]
    public async Task RangesAreServedToSeveralAtATimeWithFewReads()
    {
        var bytes = new byte[10_000_000];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = unchecked((byte)(i * 31 / 7));
        }

        var source = new MemorySource(bytes);
        using var cache = new BlockCache(source, long.MaxValue);
        using var bridge = new RangeBridge(cache);
        using var end = new CancellationTokenSource();
        var serving = bridge.ServeAsync(end.Token);
        using var client = new HttpClient();

        var parts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => GetAsync(client, bridge.Url, i * 500_000, (i * 500_000) + 499_999)));

        Assert.Equal(bytes, parts.SelectMany(p => p));
        Assert.Equal(bytes, await client.GetByteArrayAsync(bridge.Url, Cancel));
        Assert.Equal(3, source.Reads);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
    }

    [Fact]
    public async Task NobodyElseIsServed()
    {
        using var cache = new BlockCache(new MemorySource(new byte[100]), long.MaxValue);
        using var bridge = new RangeBridge(cache);
        using var end = new CancellationTokenSource();
        var serving = bridge.ServeAsync(end.Token);
        using var client = new HttpClient();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(new Uri(bridge.Url), "/"), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{bridge.Url}0", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(bridge.Url, null, Cancel)).StatusCode);
        Assert.Empty(await GetAsync(client, bridge.Url, 100, 200, HttpStatusCode.RequestedRangeNotSatisfiable));
        Assert.Matches("^http://127\\.0\\.0\\.1:\\d+/[0-9a-f]{32}$", bridge.Url);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<byte[]> GetAsync(HttpClient client, string url, long from, long to, HttpStatusCode expected = HttpStatusCode.PartialContent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new(from, to) } };
        using var response = await client.SendAsync(request, Cancel);
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync(Cancel);
    }
}
