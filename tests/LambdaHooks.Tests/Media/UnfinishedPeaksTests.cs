using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>A scan that a deadline ends keeps what it has, and another goes on from there.</summary>
public class UnfinishedPeaksTests
{
    private static readonly WavHeader.Readable Header = new(SampleFormat.Pcm16, 2, 8000, 0, 300_001, null);
    private static readonly byte[] Data = RandomBytes((int)(Header.Frames * Header.BytesPerFrame));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(60)]
    public async Task WhatWasReachedIsKeptAndTheRestIsSilence(int reads)
    {
        var (unfinished, whole) = (await Make(reads, null), await Make(int.MaxValue, null));

        Assert.False(unfinished.IsComplete);
        Assert.InRange(unfinished.DoneFrames, 0, Header.Frames - 1);
        Assert.True(reads < 17 || unfinished.DoneFrames > 0);
        var level = unfinished.Levels[0];
        var done = (int)(unfinished.DoneFrames / level.SamplesPerPeak) * 2;
        Assert.Equal(whole.Levels[0].Data[..done].ToArray(), level.Data[..done].ToArray());
        Assert.All(level.Data[done..].ToArray(), v => Assert.Equal(0, v));
        Assert.Equal(whole.Levels.Select(l => l.Peaks), unfinished.Levels.Select(l => l.Peaks));
    }

    [Theory]
    [InlineData(5, 9)]
    [InlineData(30, 1)]
    [InlineData(1, 70)]
    public async Task GoingOnGivesWhatOneScanGives(int firstReads, int secondReads)
    {
        var first = Reread(await Make(firstReads, null));
        var second = Reread(await Make(secondReads, first));
        var third = await Make(int.MaxValue, second);

        AssertSame(await Make(int.MaxValue, null), third);
        Assert.True(second.DoneFrames >= first.DoneFrames);
    }

    [Fact]
    public async Task PeaksOfAnotherMediumAreNotGoneOnWith()
    {
        var other = (await Make(20, null)) with { Frames = Header.Frames + 1 };

        AssertSame(await Make(int.MaxValue, null), await Make(int.MaxValue, other));
    }

    /// <summary>As the state keeps it: levels in their file, overview and reach beside it.</summary>
    private static PeakPyramid Reread(PeakPyramid pyramid) =>
        PeakFile.Read(PeakFile.Write(pyramid)) with { Overview = pyramid.Overview, DoneFrames = pyramid.DoneFrames };

    private static void AssertSame(PeakPyramid expected, PeakPyramid actual)
    {
        Assert.True(actual.IsComplete);
        Assert.Equal(PeakFile.Write(expected), PeakFile.Write(actual));
        Assert.Equal(expected.Overview.Data, actual.Overview.Data);
    }

    private static async Task<PeakPyramid> Make(int reads, PeakPyramid? resume)
    {
        using var deadline = new CancellationTokenSource();
        return await PeakMaker.MakeAsync(new Interrupted(Data, reads, deadline), Header, new ScanPlan(3, 16_000), resume, null, deadline.Token);
    }

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    /// <summary>The deadline comes after so many reads.</summary>
    private sealed class Interrupted(byte[] bytes, int reads, CancellationTokenSource deadline) : IByteSource
    {
        private int left = reads;

        public long Length => bytes.Length;

        public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
        {
            if (Interlocked.Decrement(ref left) < 0)
            {
                await deadline.CancelAsync();
            }

            await Task.Yield();
            cancel.ThrowIfCancellationRequested();
            bytes.AsMemory((int)offset, buffer.Length).CopyTo(buffer);
            return buffer.Length;
        }
    }
}
