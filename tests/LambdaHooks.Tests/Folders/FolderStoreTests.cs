using System.Text;
using LambdaHooks.Folders;
using LambdaHooks.Hooks;

namespace LambdaHooks.Tests.Folders;

public sealed class FolderStoreTests : IDisposable
{
    private static readonly ObjectUri Clip = new("media", "clips/a:1.wav");

    private readonly TemporaryFolder folder = new();
    private readonly FolderStore store;

    public FolderStoreTests() => store = new FolderStore(new BucketFolders().Add("media", folder.Below("written"), folder.Below("kept")));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatIsWrittenIsReadBack()
    {
        await WriteAsync("hello");

        Assert.Equal("hello", Encoding.UTF8.GetString(await store.ReadAllAsync(Clip, 5, Cancel)));
        Assert.Equal(new ObjectFacts(5, "5d41402abc4b2a76b9719d911017c592"), await store.HeadAsync(Clip, Cancel));
    }

    [Fact]
    public async Task WritingReplacesAndLeavesNothingElse()
    {
        await WriteAsync("hello, a longer text");
        await WriteAsync("bye");

        Assert.Equal("bye", Encoding.UTF8.GetString(await store.ReadAllAsync(Clip, 100, Cancel)));
        _ = Assert.Single(Directory.GetFiles(folder.Below("written"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(0, 3, "hel")]
    [InlineData(3, 9, "lo")]
    [InlineData(5, 4, "")]
    [InlineData(99, 4, "")]
    public async Task APartEndsWithTheObject(long offset, int size, string expected)
    {
        await WriteAsync("hello");
        var buffer = new byte[size];

        var read = await store.ReadAsync(Clip, null, offset, buffer, Cancel);

        Assert.Equal(expected, Encoding.UTF8.GetString(buffer, 0, read));
    }

    [Fact]
    public async Task AnObjectReplacedMeanwhileIsRefused()
    {
        await WriteAsync("hello");
        var tag = (await store.HeadAsync(Clip, Cancel)).Tag;
        Assert.Equal(5, await store.ReadAsync(Clip, tag, 0, new byte[9], Cancel));

        await WriteAsync("hello!");

        await AssertFault(StoreFault.Changed, store.ReadAsync(Clip, tag, 0, new byte[9], Cancel));
    }

    [Fact]
    public async Task WhatIsNotThereIsMissing()
    {
        await AssertFault(StoreFault.Missing, store.HeadAsync(Clip, Cancel));
        await AssertFault(StoreFault.Missing, store.ReadAllAsync(Clip, 5, Cancel));
        await AssertFault(StoreFault.Missing, store.ReadAsync(Clip, null, 0, new byte[1], Cancel));
        await AssertFault(StoreFault.Missing, store.WriteAsync(new ObjectUri("other", "a"), new byte[1], "text/plain", null, Cancel));
    }

    [Fact]
    public async Task AnObjectOverTheLimitIsNotRead()
    {
        await WriteAsync("hello");

        await AssertFault(StoreFault.TooLarge, store.ReadAllAsync(Clip, 4, Cancel));
    }

    [Fact]
    public async Task AReadOnlyFolderIsReadWhereTheFirstHasNoSuchObjectAndNeverWritten()
    {
        Directory.CreateDirectory(Path.Combine(folder.Below("kept"), "clips"));
        var kept = Path.Combine(folder.Below("kept"), "clips", "a%3A1.wav");
        await File.WriteAllTextAsync(kept, "kept", Cancel);
        Assert.Equal("kept", Encoding.UTF8.GetString(await store.ReadAllAsync(Clip, 9, Cancel)));

        await WriteAsync("new");

        Assert.Equal("new", Encoding.UTF8.GetString(await store.ReadAllAsync(Clip, 9, Cancel)));
        Assert.Equal("kept", await File.ReadAllTextAsync(kept, Cancel));
    }

    public void Dispose() => folder.Dispose();

    private Task WriteAsync(string text) => store.WriteAsync(Clip, Encoding.UTF8.GetBytes(text), "text/plain", null, Cancel);

    private static async Task AssertFault(StoreFault fault, Task work) => Assert.Equal(fault, (await Assert.ThrowsAsync<StoreException>(() => work)).Fault);
}
