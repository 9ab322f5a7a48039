using System.Security.Cryptography;
using LambdaHooks.Hooks;

namespace LambdaHooks.Interop.Tests.Storage;

/// <summary>What every store must do, whatever keeps its objects.</summary>
public abstract class StorageScenarios
{
    private static readonly byte[] Digits = "0123456789"u8.ToArray();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected abstract IObjectStore Store { get; }

    private protected abstract string Bucket { get; }

    private ObjectUri Clip => new(Bucket, "clips/digits.bin");

    [Fact]
    public async Task AHeadTellsTheLengthAndTheMd5OfTheContent()
    {
        await WriteAsync(Clip, Digits);

        var facts = await Store.HeadAsync(Clip, Cancel);

        Assert.Equal(new ObjectFacts(10, Convert.ToHexStringLower(Md5(Digits))), facts);
    }

    [Fact]
    public async Task AWholeReadGivesWhatWasWritten()
    {
        var bytes = Enumerable.Range(0, 300_000).Select(i => (byte)(i % 251)).ToArray();
        await WriteAsync(Clip, bytes);

        Assert.Equal(bytes, await Store.ReadAllAsync(Clip, bytes.Length, Cancel));
    }

    [Fact]
    public async Task AnEmptyObjectIsAnObject()
    {
        await WriteAsync(Clip, []);

        Assert.Equal(0, (await Store.HeadAsync(Clip, Cancel)).Length);
        Assert.Empty(await Store.ReadAllAsync(Clip, 0, Cancel));
    }

    [Theory]
    [InlineData(0, 10, "0123456789")]
    [InlineData(3, 4, "3456")]
    [InlineData(9, 1, "9")]
    [InlineData(7, 100, "789")]
    [InlineData(10, 4, "")]
    [InlineData(5000, 4, "")]
    [InlineData(3, 0, "")]
    public async Task ARangeGivesItsBytesAsFarAsTheObjectGoes(int offset, int count, string expected)
    {
        await WriteAsync(Clip, Digits);

        Assert.Equal(expected, await ReadAsync(offset, count));
        Assert.Equal(expected, await ReadAsync(offset, count, (await Store.HeadAsync(Clip, Cancel)).Tag));
    }

    [Fact]
    public async Task AWriteReplacesTheObjectAndItsTag()
    {
        await WriteAsync(Clip, Digits);
        var before = await Store.HeadAsync(Clip, Cancel);

        await WriteAsync(Clip, "other"u8.ToArray());

        Assert.Equal("other"u8.ToArray(), await Store.ReadAllAsync(Clip, 10, Cancel));
        Assert.NotEqual(before.Tag, (await Store.HeadAsync(Clip, Cancel)).Tag);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task AReadOfAReplacedObjectIsRefused(int offset)
    {
        await WriteAsync(Clip, Digits);
        var before = await Store.HeadAsync(Clip, Cancel);
        await WriteAsync(Clip, "9876543210"u8.ToArray());

        await AssertFaultAsync(StoreFault.Changed, () => ReadAsync(offset, 4, before.Tag));
    }

    [Fact]
    public async Task WhatIsNotThereIsMissing()
    {
        var nothing = new ObjectUri(Bucket, "clips/nothing.bin");

        await AssertFaultAsync(StoreFault.Missing, () => Store.HeadAsync(nothing, Cancel));
        await AssertFaultAsync(StoreFault.Missing, () => Store.ReadAllAsync(nothing, 10, Cancel));
        await AssertFaultAsync(StoreFault.Missing, () => Store.ReadAsync(nothing, null, 0, new byte[1], Cancel));
    }

    [Fact]
    public async Task ABucketThatIsNotThereIsMissing()
    {
        var nowhere = new ObjectUri("no-such-bucket", "clips/digits.bin");

        await AssertFaultAsync(StoreFault.Missing, () => Store.HeadAsync(nowhere, Cancel));
        await AssertFaultAsync(StoreFault.Missing, () => Store.ReadAllAsync(nowhere, 10, Cancel));
        await AssertFaultAsync(StoreFault.Missing, () => Store.ReadAsync(nowhere, null, 0, new byte[1], Cancel));
        await AssertFaultAsync(StoreFault.Missing, () => WriteAsync(nowhere, Digits));
    }

    [Fact]
    public async Task AnObjectOverTheLimitIsTooLarge()
    {
        await WriteAsync(Clip, Digits);

        await AssertFaultAsync(StoreFault.TooLarge, () => Store.ReadAllAsync(Clip, 9, Cancel));
    }

    [Theory]
    [InlineData("with space/and  two.wav")]
    [InlineData("percent/100%.wav")]
    [InlineData("percent/%2F.wav")]
    [InlineData("colon/2026-11-22_10:11:12.json")]
    [InlineData("plus/a+b.wav")]
    [InlineData("letters/Łódź-語-é-🎧.wav")]
    [InlineData("marks/(a)[b]{c}!$&',;=@~^`.wav")]
    [InlineData("query/a?b=c&d#e.wav")]
    [InlineData("stars/*\"<>|.wav")]
    [InlineData("dots/..a../.b")]
    public async Task AnyKeyKeepsItsObject(string key)
    {
        var uri = new ObjectUri(Bucket, key);
        await WriteAsync(uri, Digits);

        Assert.Equal(10, (await Store.HeadAsync(uri, Cancel)).Length);
        Assert.Equal(Digits, await Store.ReadAllAsync(uri, 10, Cancel));
    }

    [Theory]
    [InlineData("a b", "a+b")]
    [InlineData("A", "%41")]
    [InlineData("a:b", "a%3Ab")]
    [InlineData("é", "e\u0301")]
    public async Task KeysThatLookAlikeAreTwoObjects(string one, string other)
    {
        await WriteAsync(new ObjectUri(Bucket, one), "one"u8.ToArray());
        await WriteAsync(new ObjectUri(Bucket, other), "other"u8.ToArray());

        Assert.Equal("one"u8.ToArray(), await Store.ReadAllAsync(new ObjectUri(Bucket, one), 10, Cancel));
        Assert.Equal("other"u8.ToArray(), await Store.ReadAllAsync(new ObjectUri(Bucket, other), 10, Cancel));
    }

    [Fact]
    public async Task ACancelledCallIsCancelledAndNoFaultOfTheStore()
    {
        await WriteAsync(Clip, Digits);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.HeadAsync(Clip, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReadAllAsync(Clip, 10, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReadAsync(Clip, null, 0, new byte[1], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.WriteAsync(Clip, Digits, "application/octet-stream", null, cancelled));
    }

    private Task WriteAsync(ObjectUri uri, byte[] content) => Store.WriteAsync(uri, content, "application/octet-stream", null, Cancel);

    private async Task<string> ReadAsync(int offset, int count, string? tag = null)
    {
        var buffer = new byte[count];
        var read = await Store.ReadAsync(Clip, tag, offset, buffer, Cancel);
        return System.Text.Encoding.ASCII.GetString(buffer, 0, read);
    }

    private static async Task AssertFaultAsync(StoreFault expected, Func<Task> work) =>
        Assert.Equal(expected, (await Assert.ThrowsAsync<StoreException>(work)).Fault);

#pragma warning disable CA5351 // S3's entity tag, not a protection.
    private static byte[] Md5(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351
}
