using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LambdaHooks.Aws;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;
using LambdaHooks.Interop.Tests.Loopback;
using LambdaHooks.Interop.Tests.Programs;

namespace LambdaHooks.Interop.Tests.Hooks;

public sealed class PostAnnotationOverS3Tests(S3Server s3) : IAsyncLifetime
{
    private LoopbackServer proxy = null!;
    private S3ObjectStore store = null!;
    private SampleJob job = null!;
    private byte[] payload = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Records => $"lambdahooks/{Convert.ToHexStringLower(SHA256.HashData(payload))}";

    /// <summary>Runs pre-annotation, so that answers can echo a token that stands for something.</summary>
    public async ValueTask InitializeAsync()
    {
        proxy = await Forwarding.ToAsync(s3.Address);
        store = s3.Store(proxy.Address);
        job = await SampleJob.UploadAsync(await s3.NewBucketAsync(), store, Cancel);
        var signer = new S3UrlSigner(store, new S3Settings(proxy.Address), TimeProvider.System);
        var task = await new PreAnnotationHook(store, signer, job.Settings).HandleAsync(job.TaskRequest(), HookContext.None);
        payload = SampleJob.PayloadWith((string)Parse(task)["taskInput"]!["lambdahooks"]!["token"]!);
        await store.WriteAsync(job.Payload, payload, "application/json", null, Cancel);
        proxy.Forget();
    }

    public async ValueTask DisposeAsync()
    {
        store.Dispose();
        await proxy.DisposeAsync();
    }

    [Fact]
    public async Task EveryObjectHasOneLabelUnderTheJobsName()
    {
        var response = Parse(await RunAsync(job.ConsolidationRequest()));

        var entry = Assert.Single(response.AsArray())!;
        Assert.Equal("1", (string)entry["datasetObjectId"]!);
        var (name, label) = Assert.Single(entry["consolidatedAnnotation"]!["content"]!.AsObject());
        Assert.Equal(SampleJob.Label, name);
        Assert.Null(label!["error"]);
        Assert.Equal(3, label["workers"]!.AsArray().Count);
        Assert.Equal(["c1", "c2"], label["preference"]!["order"]!.AsArray().Select(c => (string)c!));
    }

    /// <summary>All three prefer c1: by 3 (shown first, -3), by 2 and by 3 (shown second).</summary>
    [Fact]
    public async Task ThePairLiesBesideTheJobsOutputAndNamesTheClipsAndTheirModels()
    {
        _ = await RunAsync(job.ConsolidationRequest());

        var pair = Assert.Single(await LinesAsync(job.Folder.Append($"{Records}/preferences.jsonl")));
        Assert.Equal(job.Clips[0].ToString(), (string)pair["chosen"]!);
        Assert.Equal(job.Clips[1].ToString(), (string)pair["rejected"]!);
        Assert.Equal(("flite-awb", "espeak-en-gb"), ((string)pair["chosen_model"]!, (string)pair["rejected_model"]!));
        Assert.Equal("Order no. 47 is $19.50, due 3/4.", (string)pair["prompt"]!);
        Assert.Equal((2.6667, 1.0, 3), ((double)pair["margin"]!, (double)pair["agreement"]!, (int)pair["workers"]!));
    }

    [Fact]
    public async Task ALabelNamesTheRecordsThatLieThere()
    {
        var label = Parse(await RunAsync(job.ConsolidationRequest()))[0]!["consolidatedAnnotation"]!["content"]![SampleJob.Label]!;

        var place = (string)label["records"]!["preferences"]!;
        Assert.Equal(job.Folder.Append($"{Records}/preferences.jsonl").ToString(), place);
        Assert.True(ObjectUri.TryParse(place, out var uri));
        Assert.True((await store.HeadAsync(uri, Cancel)).Length > 0);
    }

    [Fact]
    public async Task WithoutOutputConfigRecordsLieInTheFolderOfThePayloadsJob()
    {
        _ = await RunAsync(job.ConsolidationRequest(request => request.Remove("outputConfig")));

        Assert.Single(await LinesAsync(job.Folder.Append($"{Records}/preferences.jsonl")));
    }

    [Fact]
    public async Task TheSamePayloadWritesTheSameBytesUnderTheSameKeys()
    {
        var first = await RunAsync(job.ConsolidationRequest());
        var written = Written();
        proxy.Forget();

        var second = await RunAsync(job.ConsolidationRequest());

        Assert.NotEmpty(written);
        Assert.Equal(Encoding.UTF8.GetString(first.Span), Encoding.UTF8.GetString(second.Span));
        Assert.Equal(written, Written());
    }

    [Fact]
    public async Task WhatIsWrittenIsEncryptedWithTheJobsKey()
    {
        _ = await RunAsync(job.ConsolidationRequest(request => request["kmsKeyId"] = "alias/labels"));

        var puts = proxy.Seen.Where(r => r.Method == "PUT").ToList();
        Assert.NotEmpty(puts);
        Assert.All(puts, put => Assert.Equal("alias/labels", put.Header("x-amz-server-side-encryption-aws-kms-key-id")));
    }

    [Fact]
    public async Task APayloadThatIsNotThereIsAnErrorThatNamesIt()
    {
        var gone = job.Payload with { Key = "gone.json" };

        var refused = await Assert.ThrowsAsync<HookException>(() => RunAsync(job.ConsolidationRequest(request => request["payload"]!["s3Uri"] = gone.ToString())));

        Assert.Equal("payload.s3Uri", refused.Field);
        Assert.Contains(gone.ToString(), refused.Message, StringComparison.Ordinal);
    }

    private Task<ReadOnlyMemory<byte>> RunAsync(byte[] request) =>
        new PostAnnotationHook(store, null, new PostAnnotationSettings { State = job.State }).HandleAsync(request, HookContext.None);

    private List<string> Written() =>
        [.. proxy.Seen.Where(r => r.Method == "PUT").Select(r => $"{r.Target} {Encoding.UTF8.GetString(r.Body)}").Order(StringComparer.Ordinal)];

    private async Task<List<JsonNode>> LinesAsync(ObjectUri uri)
    {
        var text = Encoding.UTF8.GetString(await store.ReadAllAsync(uri, 1 << 20, Cancel));
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];
    }

    private static JsonNode Parse(ReadOnlyMemory<byte> json) => JsonNode.Parse(json.Span)!;
}
