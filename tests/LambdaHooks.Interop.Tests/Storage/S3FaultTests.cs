using System.Text;
using LambdaHooks.Hooks;
using LambdaHooks.Interop.Tests.Loopback;
using LambdaHooks.Interop.Tests.Programs;
using Microsoft.AspNetCore.Http;

namespace LambdaHooks.Interop.Tests.Storage;

/// <summary>What the S3 store says on the wire, and what it makes of answers that s3rver does not give.</summary>
public sealed class S3FaultTests(S3Server s3)
{
    private static readonly ObjectUri Clip = new("media", "clips/a b.wav");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ARangedReadAsksForItsBytesOfTheVersionFirstSeen()
    {
        await using var proxy = await Forwarding.ToAsync(s3.Address);
        using var store = s3.Store(proxy.Address);
        var uri = new ObjectUri(await s3.NewBucketAsync(), "a.bin");
        await store.WriteAsync(uri, "0123456789"u8.ToArray(), "audio/wav", null, Cancel);
        var facts = await store.HeadAsync(uri, Cancel);

        Assert.Equal(4, await store.ReadAsync(uri, facts.Tag, 3, new byte[4], Cancel));

        var get = proxy.Seen[^1];
        Assert.Equal($"\"{facts.Tag}\"", get.Header("If-Match"));
        Assert.Equal("bytes=3-6", get.Header("Range"));
    }

    [Fact]
    public async Task ARangeOfAnyVersionSetsNoCondition()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => context.Response.WriteAsync("0123"));
        using var store = s3.Store(server.Address);

        Assert.Equal(4, await store.ReadAsync(Clip, null, 0, new byte[4], Cancel));

        Assert.Null(Assert.Single(server.Seen).Header("If-Match"));
    }

    [Fact]
    public async Task ARangeOfAnEmptyObjectIsEmpty()
    {
        await using var server = await LoopbackServer.StartAsync((request, context) =>
        {
            context.Response.Headers.ETag = "\"empty\"";
            context.Response.StatusCode = request.Method == "HEAD" ? 200 : 416;
            return Task.CompletedTask;
        });
        using var store = s3.Store(server.Address);

        Assert.Equal(0, await store.ReadAsync(Clip, "empty", 0, new byte[4], Cancel));
        await AssertFaultAsync(server, StoreFault.Changed, s => s.ReadAsync(Clip, "full", 0, new byte[4], Cancel));
    }

    [Fact]
    public async Task AnAnswerThatDoesNotTellItsLengthIsReadToItsEndAndNoFurtherThanTheLimit()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => context.Response.WriteAsync("0123456789"));
        using var store = s3.Store(server.Address);

        Assert.Equal("0123456789"u8.ToArray(), await store.ReadAllAsync(Clip, 10, Cancel));
        await AssertFaultAsync(server, StoreFault.TooLarge, s => s.ReadAllAsync(Clip, 9, Cancel));
    }

    [Fact]
    public async Task AnAnswerOfAnotherVersionIsAChangedObject()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) =>
        {
            context.Response.Headers.ETag = "\"new\"";
            return context.Response.WriteAsync("0123");
        });

        await AssertFaultAsync(server, StoreFault.Changed, store => store.ReadAsync(Clip, "old", 0, new byte[4], Cancel));
    }

    [Theory]
    [InlineData(400, StoreFault.Unavailable)]
    [InlineData(401, StoreFault.Denied)]
    [InlineData(403, StoreFault.Denied)]
    [InlineData(404, StoreFault.Missing)]
    [InlineData(412, StoreFault.Changed)]
    [InlineData(501, StoreFault.Unavailable)]
    public async Task AStatusBecomesTheFaultItMeans(int status, StoreFault fault)
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => RefuseAsync(context, status));

        await AssertFaultAsync(server, fault, store => store.HeadAsync(Clip, Cancel));
        await AssertFaultAsync(server, fault, store => store.ReadAsync(Clip, "tag", 0, new byte[4], Cancel));
        await AssertFaultAsync(server, fault, store => store.ReadAllAsync(Clip, 100, Cancel));
        await AssertFaultAsync(server, fault, store => store.WriteAsync(Clip, new byte[4], "audio/wav", null, Cancel));
    }

    [Fact]
    public async Task ADroppedConnectionIsAnUnavailableStore()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        await AssertFaultAsync(server, StoreFault.Unavailable, store => store.HeadAsync(Clip, Cancel));
    }

    [Fact]
    public async Task AnAnswerThatBreaksOffIsAnUnavailableStore()
    {
        await using var server = await LoopbackServer.StartAsync(BreakOffAsync);

        await AssertFaultAsync(server, StoreFault.Unavailable, store => store.ReadAsync(Clip, null, 0, new byte[100], Cancel));
        await AssertFaultAsync(server, StoreFault.Unavailable, store => store.ReadAllAsync(Clip, 100, Cancel));
    }

    [Fact]
    public async Task NobodyListeningIsAnUnavailableStore()
    {
        Uri gone;
        await using (var server = await Forwarding.ToAsync(s3.Address))
        {
            gone = server.Address;
        }

        using var store = s3.Store(gone);
        var refused = await Assert.ThrowsAsync<StoreException>(() => store.HeadAsync(Clip, Cancel));

        Assert.Equal(StoreFault.Unavailable, refused.Fault);
    }

    [Fact]
    public async Task AStoreThatNeverAnswersCanBeLeft()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var store = s3.Store(server.Address);
        using var impatience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        impatience.CancelAfter(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.ReadAllAsync(Clip, 100, impatience.Token));
    }

    [Theory]
    [InlineData("alias/labels")]
    [InlineData("arn:aws:kms:eu-central-1:123456789012:key/0f1e2d3c")]
    public async Task AWriteWithAKeyAsksForEncryptionWithIt(string key)
    {
        await using var server = await LoopbackServer.StartAsync((_, _) => Task.CompletedTask);
        using var store = s3.Store(server.Address);

        await store.WriteAsync(Clip, "{}"u8.ToArray(), "application/json", key, Cancel);

        var put = Assert.Single(server.Seen);
        Assert.Equal("aws:kms", put.Header("x-amz-server-side-encryption"));
        Assert.Equal(key, put.Header("x-amz-server-side-encryption-aws-kms-key-id"));
    }

    [Fact]
    public async Task AWriteSendsPlainBytesWithTheirTypeAndLeavesEncryptionToTheBucket()
    {
        await using var server = await LoopbackServer.StartAsync((_, _) => Task.CompletedTask);
        using var store = s3.Store(server.Address);

        await store.WriteAsync(Clip, "{}"u8.ToArray(), "application/json", null, Cancel);

        var put = Assert.Single(server.Seen);
        Assert.Equal(("PUT", "/media/clips/a%20b.wav"), (put.Method, put.Target));
        Assert.Equal("{}", Encoding.UTF8.GetString(put.Body));
        Assert.Equal("application/json", put.Header("Content-Type"));
        Assert.DoesNotContain(put.Headers.Keys, name => name.StartsWith("x-amz-server-side", StringComparison.OrdinalIgnoreCase));
    }

    private async Task AssertFaultAsync(LoopbackServer server, StoreFault expected, Func<IObjectStore, Task> work)
    {
        using var store = s3.Store(server.Address);
        var refused = await Assert.ThrowsAsync<StoreException>(() => work(store));

        Assert.Equal(expected, refused.Fault);
        Assert.Contains(Clip.ToString(), refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("http", refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("signature", refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(S3Server.SecretKey, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>As S3 does it: the answer to a wrong signature repeats the signature it got.</summary>
    private static Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        return context.Request.Method == "HEAD" ? Task.CompletedTask : context.Response.WriteAsync(
            "<Error><Code>Refused</Code><Message>See http://example.com/?X-Amz-Signature=0123</Message><SignatureProvided>0123</SignatureProvided></Error>");
    }

    private static async Task BreakOffAsync(SeenRequest request, HttpContext context)
    {
        context.Response.ContentLength = 100;
        await context.Response.WriteAsync("only the beginning");
        await context.Response.Body.FlushAsync();

        // A reset can overtake the bytes before it; the client shall see those.
        await Task.Delay(TimeSpan.FromMilliseconds(100));
        context.Abort();
    }
}
