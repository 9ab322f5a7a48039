using System.Text;
using System.Text.Json.Nodes;
using LambdaHooks.Aws;
using LambdaHooks.Hooks;
using LambdaHooks.Interop.Tests.Loopback;
using LambdaHooks.Interop.Tests.Programs;
using LambdaHooks.Media;
using Microsoft.AspNetCore.Http;

namespace LambdaHooks.Interop.Tests.Hooks;

/// <summary>Peaks of a medium fetched in ranges, over a network that breaks and a store that is busy.</summary>
public sealed class RangesOverS3Tests(S3Server s3) : IAsyncLifetime
{
    private const int Workers = 3;
    private const int BlockBytes = 60_000;
    private const int FrameBytes = 4;
    private const int HeaderBytes = 44;

    private static readonly byte[] Sound = Wav(frames: 250_000);

    private FaultProxy proxy = null!;
    private S3ObjectStore direct = null!;
    private S3ObjectStore store = null!;
    private ObjectUri clip = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        proxy = await FaultProxy.ToAsync(s3.Address);
        direct = s3.Store();
        store = s3.Store(proxy.Address, TimeSpan.FromSeconds(1));
        clip = new ObjectUri(await s3.NewBucketAsync(), "clips/long.wav");
        await direct.WriteAsync(clip, Sound, "audio/wav", null, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        store.Dispose();
        direct.Dispose();
        await proxy.DisposeAsync();
    }

    [Fact]
    public async Task EveryRangeInsistsOnTheVersionFirstSeenAndHoldsWholeFrames()
    {
        await AssertPeaksAsync();

        var tag = (await direct.HeadAsync(clip, Cancel)).Tag;
        Assert.All(proxy.Ranges, r => Assert.Equal($"\"{tag}\"", r.IfMatch));
        var scanned = proxy.Ranges.Where(r => r.First >= HeaderBytes).ToList();
        Assert.InRange(scanned.Count, Sound.Length / BlockBytes, 2 * Sound.Length / BlockBytes);
        Assert.All(scanned, r => Assert.Equal((0, 0), ((r.First - HeaderBytes) % FrameBytes, r.Length % FrameBytes)));
        Assert.Equal(Sound.Length - HeaderBytes, scanned.Sum(r => r.Length));
    }

    [Fact]
    public async Task NoMoreRangesAreOpenThanThePlanAllows()
    {
        proxy.Fault = async (_, context) =>
        {
            await Task.Delay(30, context.RequestAborted);
            return false;
        };

        await AssertPeaksAsync();

        Assert.InRange(proxy.MostOpen, 1, Workers);
    }

    [Fact]
    public async Task NoMoreConnectionsAreOpenThanTheSettingsAllow()
    {
        proxy.Fault = async (_, context) =>
        {
            await Task.Delay(50, context.RequestAborted);
            return false;
        };

        await Task.WhenAll(Enumerable.Range(0, 3 * S3Settings.MostConnections).Select(i => store.ReadAsync(clip, null, 1000 * i, new byte[1000], Cancel)));

        Assert.InRange(proxy.MostOpen, 2, S3Settings.MostConnections);
    }

    [Fact]
    public async Task AResetInMidBodyIsReadOnFromWhereItCame()
    {
        proxy.Fault = (number, context) => number % 3 == 2 ? BreakAsync(context, 10_000) : Task.FromResult(false);

        await AssertPeaksAsync();

        var broken = proxy.Ranges[1];
        Assert.Contains(proxy.Ranges.Skip(2), r => r.First > broken.First && r.First + r.Length == broken.First + broken.Length);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task AStoreThatIsBusyTwiceIsAskedAThirdTime(int status)
    {
        proxy.Fault = (number, context) => number is 3 or 4 ? RefuseAsync(context, status) : Task.FromResult(false);

        await AssertPeaksAsync();
    }

    [Fact]
    public async Task ABodyThatStallsIsAskedForAgain()
    {
        proxy.Fault = async (number, context) => number == 2 && await StallAsync(context);

        await AssertPeaksAsync();
    }

    [Fact]
    public async Task AnAnswerThatNeverBeginsIsAskedForAgain()
    {
        proxy.Fault = async (number, context) =>
        {
            if (number == 2)
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            }

            return number == 2;
        };

        await AssertPeaksAsync();
    }

    [Fact]
    public async Task AShortAnswerIsNotTakenForTheWhole()
    {
        proxy.Fault = async (number, context) =>
        {
            if (number == 3)
            {
                await SendAsync(context, 4000, promised: 4000);
            }

            return number == 3;
        };

        await AssertPeaksAsync();
    }

    [Fact]
    public async Task AnotherVersionInAnyRangeEndsTheScan()
    {
        proxy.Fault = async (number, context) =>
        {
            if (number == 3)
            {
                await SendAsync(context, BlockBytes, promised: BlockBytes, "another");
            }

            return number == 3;
        };

        await AssertChangedAsync();
    }

    [Fact]
    public async Task AMediumReplacedInTheMiddleOfAScanIsNotMixed()
    {
        proxy.Fault = async (number, _) =>
        {
            if (number == 10)
            {
                await direct.WriteAsync(clip, Sound.AsMemory(0, Sound.Length - 400), "audio/wav", null, Cancel);
            }

            return false;
        };

        await AssertChangedAsync();
    }

    [Fact]
    public async Task AStoreThatStaysAwayIsGivenUp()
    {
        proxy.Fault = (number, context) => number > 2 ? BreakAsync(context, 0) : Task.FromResult(false);

        Assert.StartsWith("store-unavailable: ", (string)(await PrepareAsync(CancellationToken.None))["reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeadlineGoesBeforeEveryAttempt()
    {
        using var deadline = new CancellationTokenSource();
        proxy.Fault = async (number, context) =>
        {
            if (number == 10)
            {
                await deadline.CancelAsync();
            }

            return number >= 10 && await StallAsync(context);
        };

        var medium = await PrepareAsync(deadline.Token);

        Assert.NotNull(medium["url"]);
        Assert.StartsWith("peaks-unfinished: ", (string)medium["notice"]!, StringComparison.Ordinal);
        Assert.True((await PrepareAsync(CancellationToken.None, direct)).AsObject().ContainsKey("peaks"));
    }

    private async Task AssertPeaksAsync()
    {
        var medium = await PrepareAsync(CancellationToken.None);

        Assert.Null((string?)medium["reason"]);
        Assert.True(ObjectUri.TryParse((string)medium["peaks"]!["levels"]!, out var levels));
        Assert.Equal(await ExpectedAsync(), await direct.ReadAllAsync(levels, 1 << 24, Cancel));
    }

    private async Task AssertChangedAsync()
    {
        var medium = await PrepareAsync(CancellationToken.None);

        Assert.Equal($"object-changed: {clip} was replaced while it was read", (string)medium["reason"]!);
        Assert.Null(medium["peaks"]);
    }

    private async Task<JsonNode> PrepareAsync(CancellationToken deadline, IObjectStore? over = null)
    {
        var signer = new S3UrlSigner(direct, new S3Settings(s3.Address), TimeProvider.System);
        var settings = new PreAnnotationSettings(new ObjectUri(clip.Bucket, "state"), new HashSet<string> { clip.Bucket }, TimeSpan.FromMinutes(5)) { Plan = new ScanPlan(Workers, BlockBytes) };
        var request = SampleJob.TaskRequest($$"""{"source-ref":"{{clip}}"}""");
        var response = await new PreAnnotationHook(over ?? store, signer, settings).HandleAsync(request, new HookContext(HookContext.None.Log, deadline, Cancel));
        return JsonNode.Parse(Encoding.UTF8.GetString(response.Span))!["taskInput"]!["lambdahooks"]!["media"]![0]!;
    }

    /// <summary>The levels of the same medium over a network that does nothing odd.</summary>
    private static async Task<byte[]> ExpectedAsync()
    {
        var source = new Bytes(Sound);
        var header = Assert.IsType<WavHeader.Readable>(await WavReader.ReadHeaderAsync(source, Cancel));
        return PeakFile.Write(await PeakMaker.MakeAsync(source, header, ScanPlan.OneCore, null, null, Cancel));
    }

    /// <summary>A beginning of the range, then a reset.</summary>
    private async Task<bool> BreakAsync(HttpContext context, int bytes)
    {
        await SendAsync(context, bytes, promised: BlockBytes);

        // A reset can overtake the bytes before it; the client shall see those.
        await Task.Delay(TimeSpan.FromMilliseconds(50));
        context.Abort();
        return true;
    }

    private async Task<bool> StallAsync(HttpContext context)
    {
        await SendAsync(context, 1000, promised: BlockBytes);
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        return true;
    }

    private static async Task<bool> RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync("<Error><Code>SlowDown</Code></Error>");
        return true;
    }

    /// <summary>The first bytes of the range that was asked for, as the store would send them.</summary>
    private async Task SendAsync(HttpContext context, int bytes, int promised, string? tag = null)
    {
        var first = SeenRange.FirstOf(context.Request.Headers.Range.ToString());
        context.Response.StatusCode = StatusCodes.Status206PartialContent;
        context.Response.Headers.ETag = $"\"{tag ?? (await direct.HeadAsync(clip, Cancel)).Tag}\"";
        context.Response.ContentLength = Math.Min(promised, Sound.Length - first);
        await context.Response.Body.WriteAsync(Sound.AsMemory((int)first, (int)Math.Min(bytes, Sound.Length - first)));
        await context.Response.Body.FlushAsync();
    }

    private static byte[] Wav(int frames)
    {
        var noise = new byte[frames * FrameBytes];
        new Random(7).NextBytes(noise);
        return [.. "RIFF"u8, .. BitConverter.GetBytes(36 + noise.Length), .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 2, 0, .. BitConverter.GetBytes(16_000), .. BitConverter.GetBytes(64_000), 4, 0, 16, 0, .. "data"u8, .. BitConverter.GetBytes(noise.Length), .. noise];
    }

    private sealed class Bytes(byte[] all) : IByteSource
    {
        public long Length => all.Length;

        public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
        {
            var count = (int)Math.Min(buffer.Length, all.Length - offset);
            all.AsMemory((int)offset, count).CopyTo(buffer);
            return ValueTask.FromResult(count);
        }
    }
}
