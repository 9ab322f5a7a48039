using LambdaHooks.Hooks;
using Microsoft.Extensions.Time.Testing;

namespace LambdaHooks.Tests.Hooks;

public class StoredMediumTests
{
    private static readonly ObjectUri Clip = new("media", "a.wav");
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 100).Select(i => (byte)i)];

    private readonly FakeTimeProvider clock = new() { AutoAdvanceAmount = TimeSpan.Zero };
    private readonly RangeStore store = new(Bytes);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AReadThatBreaksGoesOnAtTheByteItReached()
    {
        store.Answers = [Broken(30), Broken(0), Short(20), Broken(0)];

        Assert.Equal(Bytes, await ReadAsync());
        Assert.Equal([(0, 100), (30, 70), (30, 70), (50, 50), (50, 50)], store.Asked);
    }

    [Fact]
    public async Task AStoreThatNeverBringsAByteIsGivenUp()
    {
        store.Answers = [.. Enumerable.Repeat(Broken(0), 20)];

        var refused = await Assert.ThrowsAsync<StoreException>(ReadAsync);

        Assert.Equal((StoreFault.Unavailable, RetryWaits.Attempts), (refused.Fault, store.Asked.Count));
    }

    [Fact]
    public async Task AStoreThatBringsLittleAtATimeIsNotGivenUp()
    {
        store.Answers = [.. Enumerable.Repeat(Broken(10), 9)];

        Assert.Equal(Bytes, await ReadAsync());
        Assert.Equal(10, store.Asked.Count);
    }

    [Theory]
    [InlineData(StoreFault.Changed)]
    [InlineData(StoreFault.Missing)]
    [InlineData(StoreFault.Denied)]
    public async Task WhatWillNotChangeIsNotAskedAgain(StoreFault fault)
    {
        store.Answers = [(_, _) => throw new StoreException(fault, Clip)];

        Assert.Equal(fault, (await Assert.ThrowsAsync<StoreException>(ReadAsync)).Fault);
        _ = Assert.Single(store.Asked);
    }

    [Fact]
    public async Task ADeadlineEndsTheWaitForTheNextAttempt()
    {
        store.Answers = [.. Enumerable.Repeat(Broken(0), 20)];
        using var deadline = new CancellationTokenSource();
        var reading = Medium().ReadAsync(0, new byte[100], deadline.Token).AsTask();

        await deadline.CancelAsync();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        _ = Assert.Single(store.Asked);
    }

    [Fact]
    public async Task AFailureIsRememberedForThoseWhoMissedIt()
    {
        store.Answers = [(_, _) => throw new StoreException(StoreFault.Changed, Clip)];
        var medium = Medium();
        medium.ThrowIfFailed();
        _ = await Assert.ThrowsAsync<StoreException>(async () => await medium.ReadAsync(0, new byte[1], Cancel));

        Assert.Equal(StoreFault.Changed, Assert.Throws<StoreException>(medium.ThrowIfFailed).Fault);
    }

    [Theory]
    [InlineData(90, 20, 10)]
    [InlineData(100, 20, 0)]
    [InlineData(500, 20, 0)]
    public async Task NothingIsAskedBehindTheEnd(long offset, int size, int expected)
    {
        Assert.Equal(expected, await Medium().ReadAsync(offset, new byte[size], Cancel));
        Assert.All(store.Asked, a => Assert.Equal(expected, a.Count));
    }

    [Fact]
    public void WaitsDoubleWithinTheirJitterAndAreTheSameInEveryRun()
    {
        var waits = Waits(1 << 23);

        Assert.Equal(waits, Waits(1 << 23));
        Assert.NotEqual(waits, Waits(2 << 23));
        Assert.Equal(RetryWaits.Attempts - 1, waits.Count);
        Assert.All(waits.Index(), w => Assert.InRange(w.Item.TotalMilliseconds, 100 << w.Index, 200 << w.Index));
    }

    private static List<TimeSpan> Waits(long seed)
    {
        var (waits, all) = (new RetryWaits(seed), new List<TimeSpan>());
        while (waits.Next(progress: false) is { } wait)
        {
            all.Add(wait);
        }

        return all;
    }

    private StoredMedium Medium() => new(store, Clip, new ObjectFacts(Bytes.Length, "tag"), clock);

    /// <summary>Reads all, letting the clock run while the medium waits.</summary>
    private async Task<byte[]> ReadAsync()
    {
        var buffer = new byte[Bytes.Length];
        var reading = Medium().ReadAsync(0, buffer, Cancel).AsTask();
        while (!reading.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(buffer.Length, await reading);
        return buffer;
    }

    private static Func<long, Memory<byte>, int> Broken(int bytes) => (offset, buffer) =>
    {
        Bytes.AsMemory((int)offset, bytes).CopyTo(buffer);
        throw new StoreException(StoreFault.Unavailable, Clip) { BytesRead = bytes };
    };

    private static Func<long, Memory<byte>, int> Short(int bytes) => (offset, buffer) =>
    {
        Bytes.AsMemory((int)offset, bytes).CopyTo(buffer);
        return bytes;
    };

    /// <summary>Answers ranges as it is told, then as it should.</summary>
    private sealed class RangeStore(byte[] bytes) : IObjectStore
    {
        public List<(long Offset, int Count)> Asked { get; } = [];

        public IEnumerable<Func<long, Memory<byte>, int>> Answers { set => answers = new(value); }

        private Queue<Func<long, Memory<byte>, int>> answers = new();

        public Task<int> ReadAsync(ObjectUri uri, string? tag, long offset, Memory<byte> buffer, CancellationToken cancel)
        {
            Asked.Add((offset, buffer.Length));
            if (answers.TryDequeue(out var answer))
            {
                return Task.FromResult(answer(offset, buffer));
            }

            bytes.AsMemory((int)offset, buffer.Length).CopyTo(buffer);
            return Task.FromResult(buffer.Length);
        }

        public Task<ObjectFacts> HeadAsync(ObjectUri uri, CancellationToken cancel) => throw new NotSupportedException();

        public Task<byte[]> ReadAllAsync(ObjectUri uri, long limit, CancellationToken cancel) => throw new NotSupportedException();

        public Task WriteAsync(ObjectUri uri, ReadOnlyMemory<byte> content, string contentType, string? kmsKeyId, CancellationToken cancel) => throw new NotSupportedException();
    }
}
