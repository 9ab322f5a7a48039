using System.Text;
using System.Text.Json.Nodes;
using LambdaHooks.Hooks;
using LambdaHooks.Interop.Tests.Loopback;
using LambdaHooks.Interop.Tests.Programs;
using LambdaHooks.Interop.Tests.Roles;
using LambdaHooks.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace LambdaHooks.Function.Tests.Native;

/// <summary>AWS's SDK inside the native binary: what trimming could have taken away is used here, over the wire.</summary>
public sealed class OverS3Tests(NativeBuild build, S3Server s3)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AClipInS3BecomesATaskWhoseUrlsFetchItAndItsPeaks()
    {
        var (media, state) = (await s3.NewBucketAsync(), await s3.NewBucketAsync());
        var clip = await File.ReadAllBytesAsync(Checkout.Path("samplemanifests", "media", "clips", "desert-1.wav"), Cancel);
        await WriteAsync(media, "clips/desert 1.wav", clip);
        await using var function = await NativeFunction.StartAsync(
            build, "PreAnnotation", [.. Settings(s3.Address), ("STATE_LOCATION", $"s3://{state}/v1"), ("MEDIA_BUCKETS", media)]);

        var answer = await function.InvokeAsync(Requests.Pre(new JsonObject { ["source-ref"] = $"s3://{media}/clips/desert 1.wav" }));
        var missing = await function.InvokeAsync(Requests.Pre(new JsonObject { ["source-ref"] = $"s3://{media}/clips/none.wav" }));

        var medium = answer.Json["taskInput"]!["lambdahooks"]!["media"]![0]!;
        using var http = new HttpClient();
        Assert.Equal(clip, await http.GetByteArrayAsync(new Uri((string)medium["url"]!), Cancel));
        Assert.StartsWith("LHPEAKS1", await http.GetStringAsync(new Uri((string)medium["peaks"]!["levelsUrl"]!), Cancel), StringComparison.Ordinal);
        Assert.StartsWith("missing-object: ", (string)missing.Json["taskInput"]!["lambdahooks"]!["media"]![0]!["reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APayloadInS3IsConsolidatedWithTheJobsRole()
    {
        // s3rver knows one access key; the session's goes to a server that remembers who asked.
        await using var store = await LoopbackServer.StartAsync((_, context) => context.Response.WriteAsync(Requests.Payload(objects: 2, workers: 3), Cancel));
        await using var sts = await FakeSts.GrantingAsync();
        await using var function = await NativeFunction.StartAsync(
            build, "PostAnnotation", [.. Settings(store.Address), ("ASSUME_JOB_ROLE", "true"), ("AWS_ENDPOINT_URL_STS", sts.Address.ToString())]);

        var answer = await function.InvokeAsync(Requests.Post("s3://some-bucket/Job/annotations/payload.json"));

        Assert.False(answer.IsError, answer.Text);
        Assert.Equal(["0", "1"], answer.Json.AsArray().Select(o => (string)o!["datasetObjectId"]!));
        Assert.Contains("Action=AssumeRole", Encoding.UTF8.GetString(Assert.Single(sts.Seen).Body), StringComparison.Ordinal);
        Assert.All(store.Seen, request => Assert.Equal(FakeSts.SessionToken, request.Headers["X-Amz-Security-Token"]));
    }

    [Fact]
    public async Task ARefusedRoleIsAnErrorThatNamesIt()
    {
        await using var sts = await FakeSts.RefusingAsync();
        await using var function = await NativeFunction.StartAsync(
            build, "PostAnnotation", [.. Settings(s3.Address), ("ASSUME_JOB_ROLE", "true"), ("AWS_ENDPOINT_URL_STS", sts.Address.ToString())]);

        var answer = await function.InvokeAsync(Requests.Post("s3://some-bucket/payload.json"));

        Assert.True(answer.IsError);
        Assert.StartsWith("roleArn: arn:aws:iam::", (string)answer.Json["errorMessage"]!, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Settings(Uri endpoint) =>
    [
        ("AWS_ENDPOINT_URL_S3", endpoint.ToString()),
        ("AWS_ACCESS_KEY_ID", S3Server.SecretKey),
        ("AWS_SECRET_ACCESS_KEY", S3Server.SecretKey),
        ("AWS_REGION", "eu-central-1"),
        ("AWS_EC2_METADATA_DISABLED", "true"),
    ];

    private async Task WriteAsync(string bucket, string key, byte[] bytes)
    {
        using var store = s3.Store();
        await store.WriteAsync(new ObjectUri(bucket, key), bytes, "application/octet-stream", null, Cancel);
    }
}
