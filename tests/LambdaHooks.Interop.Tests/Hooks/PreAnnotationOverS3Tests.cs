using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LambdaHooks.Aws;
using LambdaHooks.Hooks;
using LambdaHooks.Interop.Tests.Loopback;
using LambdaHooks.Interop.Tests.Programs;
using LambdaHooks.Media;

namespace LambdaHooks.Interop.Tests.Hooks;

public sealed class PreAnnotationOverS3Tests(S3Server s3) : IAsyncLifetime
{
    private const int HeadOfAFile = 64;

    private readonly HttpClient browser = new();
    private LoopbackServer proxy = null!;
    private S3ObjectStore store = null!;
    private SampleJob job = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        proxy = await Forwarding.ToAsync(s3.Address);
        store = s3.Store(proxy.Address);
        job = await SampleJob.UploadAsync(await s3.NewBucketAsync(), store, Cancel);
        proxy.Forget();
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        store.Dispose();
        await proxy.DisposeAsync();
    }

    [Fact]
    public async Task ATasksUrlsFetchItsClips()
    {
        var task = await RunAsync(job.TaskRequest());

        var media = task["media"]!.AsArray();
        Assert.Equal(["c1", "c2"], media.Select(m => (string)m!["id"]!));
        foreach (var (medium, clip) in media.Zip(job.Clips))
        {
            Assert.Equal(clip.ToString(), (string)medium!["s3Uri"]!);
            Assert.Equal("audio/wav", (string)medium["type"]!);
            Assert.Equal(SampleJob.BytesOf(clip), await FetchAsync(medium["url"]!));
        }
    }

    [Fact]
    public async Task ATaskHasAnOverviewAndItsUrlsFetchTheZoomLevels()
    {
        var task = await RunAsync(job.TaskRequest());

        foreach (var medium in task["media"]!.AsArray())
        {
            var overview = medium!["peaks"]!["overview"]!;
            Assert.Equal((2000, 8, 4000), ((int)overview["points"]!, (int)overview["bits"]!, overview["data"]!.AsArray().Count));

            var pyramid = PeakFile.Read(await FetchAsync(medium["peaks"]!["levelsUrl"]!));
            Assert.Equal((16_000, 1), (pyramid.SampleRate, pyramid.Channels));
            Assert.Equal((decimal)medium["durationSeconds"]!, Math.Round(pyramid.Frames / 16_000m, 6));
            Assert.Equal(16, pyramid.Levels[0].SamplesPerPeak);
            Assert.Equal((pyramid.Frames + 15) / 16, pyramid.Levels[0].Peaks);
        }
    }

    [Fact]
    public async Task ModelsStayWithTheTasksContext()
    {
        var task = await RunAsync(job.TaskRequest());

        Assert.DoesNotContain("flite", task.Root.ToJsonString(), StringComparison.Ordinal);
        var context = await store.ReadAllAsync(job.State.Append($"context/{task["token"]}"), 100_000, Cancel);
        Assert.Equal(["flite-awb", "espeak-en-gb"], JsonNode.Parse(context)!["media"]!.AsArray().Select(m => (string)m!["model"]!));
    }

    [Fact]
    public async Task ASecondRunReadsNoSamplesAndMakesNoPeaks()
    {
        var first = await RunAsync(job.TaskRequest());
        Assert.All(job.Clips, clip => Assert.True(BytesAskedOf(clip) > HeadOfAFile, "the first run reads the samples"));

        proxy.Forget();
        var second = await RunAsync(job.TaskRequest());

        Assert.All(job.Clips, clip => Assert.InRange(BytesAskedOf(clip), 1, HeadOfAFile));
        Assert.DoesNotContain(proxy.Seen, r => r.Method == "PUT" && r.Target.Contains("/peaks/", StringComparison.Ordinal));
        Assert.Equal(PeaksOf(first), PeaksOf(second));
    }

    [Fact]
    public async Task AReplacedClipGetsNewPeaks()
    {
        var first = await RunAsync(job.TaskRequest());
        await store.WriteAsync(job.Clips[0], SampleJob.BytesOf(job.Clips[1]), "audio/wav", null, Cancel);

        var second = await RunAsync(job.TaskRequest());

        Assert.NotEqual(PeaksOf(first)[0], PeaksOf(second)[0]);
        Assert.Equal(PeaksOf(first)[1], PeaksOf(second)[1]);
    }

    [Theory]
    [InlineData("s3://somebody-elses/clips/order-1.wav", "foreign-bucket")]
    [InlineData("s3://{bucket}/clips/nothing.wav", "missing-object")]
    [InlineData("s3://{bucket}/", "not-an-s3-uri")]
    public async Task AClipThatCannotBeUsedBecomesAReason(string source, string reason)
    {
        var place = source.Replace("{bucket}", job.State.Bucket, StringComparison.Ordinal);

        var task = await RunAsync(SampleJob.TaskRequest($$"""{"source-ref":"{{place}}"}"""));

        var medium = Assert.Single(task["media"]!.AsArray())!;
        Assert.StartsWith(reason + ": ", (string)medium["reason"]!, StringComparison.Ordinal);
        Assert.Null(medium["url"]);
        Assert.True((bool)task.Root["isHumanAnnotationRequired"]!);
    }

    [Fact]
    public async Task AForeignBucketIsNotEvenAsked()
    {
        _ = await RunAsync(SampleJob.TaskRequest("""{"source-ref":"s3://somebody-elses/clips/order-1.wav"}"""));

        Assert.DoesNotContain(proxy.Seen, r => r.Target.StartsWith("/somebody-elses/", StringComparison.Ordinal));
    }

    private async Task<JsonNode> RunAsync(byte[] request)
    {
        var hook = new PreAnnotationHook(store, new S3UrlSigner(store, new S3Settings(proxy.Address), TimeProvider.System), job.Settings);
        var response = await hook.HandleAsync(request, HookContext.None);
        return JsonNode.Parse(Encoding.UTF8.GetString(response.Span))!["taskInput"]!["lambdahooks"]!;
    }

    private Task<byte[]> FetchAsync(JsonNode url) => browser.GetByteArrayAsync(new Uri((string)url!), Cancel);

    private static List<string> PeaksOf(JsonNode task) =>
        [.. task["media"]!.AsArray().Select(m => (string)m!["peaks"]!["levels"]! + m["peaks"]!["overview"]!.ToJsonString())];

    private long BytesAskedOf(ObjectUri clip) =>
        proxy.Seen.Where(r => r.Method == "GET" && r.Target.StartsWith($"/{clip.Bucket}/{clip.Key}", StringComparison.Ordinal)).Sum(BytesAsked);

    private static long BytesAsked(SeenRequest get)
    {
        var ends = (get.Header("Range") ?? $"bytes=0-{int.MaxValue}")["bytes=".Length..].Split('-');
        return long.Parse(ends[1], CultureInfo.InvariantCulture) - long.Parse(ends[0], CultureInfo.InvariantCulture) + 1;
    }
}
