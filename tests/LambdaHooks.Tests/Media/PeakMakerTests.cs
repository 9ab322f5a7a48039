using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class PeakMakerTests
{
    /// <summary>Several workers and small blocks, so that borders lie everywhere.</summary>
    private static readonly ScanPlan Plan = new(3, 20_000);

    private static readonly int[] AwkwardSizes = [0, 1, 2, 15, 16, 17, 1999, 2000, 2001, 4003, 16_000, 16_001, 64_009];

    [Theory]
    [InlineData(SampleFormat.Pcm8, 1, 8000)]
    [InlineData(SampleFormat.Pcm8, 3, 999)]
    [InlineData(SampleFormat.Pcm16, 1, 8000)]
    [InlineData(SampleFormat.Pcm16, 2, 44_100)]
    [InlineData(SampleFormat.Pcm24, 1, 1)]
    [InlineData(SampleFormat.Pcm24, 2, 8000)]
    [InlineData(SampleFormat.Pcm32, 1, 8000)]
    [InlineData(SampleFormat.Pcm32, 5, 16_000)]
    [InlineData(SampleFormat.Ieee32, 1, 8000)]
    [InlineData(SampleFormat.Ieee32, 2, 48_000)]
    public async Task PeaksAreThoseFoundTheSlowWay(SampleFormat format, int channels, int rate)
    {
        foreach (var frames in AwkwardSizes)
        {
            await AssertSameAsOracle(new WavHeader.Readable(format, channels, rate, 0, frames, null));
        }
    }

    /// <summary>2,000 bytes a frame make 10 frames a block.</summary>
    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(30)]
    [InlineData(4195)]
    public Task PeaksAreTheSameAcrossBlockBorders(long frames) => AssertSameAsOracle(new WavHeader.Readable(SampleFormat.Pcm16, 1000, 1000, 0, frames, null));

    [Fact]
    public Task TheWidestFrameIsRead() => AssertSameAsOracle(new WavHeader.Readable(SampleFormat.Ieee32, 1024, 8000, 0, 33, null));

    [Theory]
    [InlineData(8000, 8)]
    [InlineData(44_100, 44)]
    [InlineData(1999, 1)]
    [InlineData(1, 1)]
    public async Task TheFinestPeakCoversAMillisecondOrOneFrame(int rate, int samplesPerPeak) =>
        Assert.Equal(samplesPerPeak, (await Make(new WavHeader.Readable(SampleFormat.Pcm8, 1, rate, 0, 100, null), new byte[100])).Levels[0].SamplesPerPeak);

    [Fact]
    public async Task ALevelNeverHasMorePeaksThanAllowed()
    {
        var frames = PeakMaker.MostPeaks + 1;
        var pyramid = await Make(new WavHeader.Readable(SampleFormat.Pcm8, 1, 1000, 0, frames, null), new byte[frames]);

        Assert.Equal((2, 2_000_001), (pyramid.Levels[0].SamplesPerPeak, pyramid.Levels[0].Peaks));
    }

    [Theory]
    [InlineData(16_000, 1)]
    [InlineData(16_001, 2)]
    [InlineData(64_000, 2)]
    [InlineData(64_008, 3)]
    public async Task LevelsGrowCoarserUntilOneFitsTheOverview(int frames, int levels)
    {
        var pyramid = await Make(new WavHeader.Readable(SampleFormat.Pcm8, 1, 8000, 0, frames, null), new byte[frames]);

        Assert.Equal(levels, pyramid.Levels.Count);
        Assert.InRange(pyramid.Levels[^1].Peaks, 1, PeakPyramid.OverviewPoints);
    }

    [Fact]
    public async Task SamplesBeginAtTheDataAndNotBefore()
    {
        var file = WavBytes.Usual([1, 0, 2, 0]);
        var pyramid = await PeakMaker.MakeAsync(new MemorySource([.. file, 255, 127]), await WavBytes.ReadableOf(file), ScanPlan.OneCore, null, null, TestContext.Current.CancellationToken);

        Assert.Equal([1, 2], pyramid.Levels[0].Data.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000_000)]
    [InlineData(9_999_999)]
    public async Task AFileThatShrinksMeanwhileIsNoClipOfSilence(int left)
    {
        var header = new WavHeader.Readable(SampleFormat.Pcm16, 1, 16_000, 0, 5_000_000, null);

        var fault = await Assert.ThrowsAsync<EndOfStreamException>(() =>
            PeakMaker.MakeAsync(new MemorySource(new byte[left], claimed: 10_000_000), header, Plan, null, null, TestContext.Current.CancellationToken));
        Assert.Matches($"^The medium ended at byte [0-9]+, before its length[.]$", fault.Message);
    }

    private static async Task AssertSameAsOracle(WavHeader.Readable header)
    {
        var data = new byte[header.Frames * header.BytesPerFrame];
        new Random((int)header.Frames).NextBytes(data);
        var pyramid = await Make(header, data);
        var oracle = new PeakOracle(data, header);

        Assert.Equal((header.SampleRate, header.Channels, header.Frames), (pyramid.SampleRate, pyramid.Channels, pyramid.Frames));
        Assert.Equal(Math.Min(header.Frames, 2000), pyramid.Overview.Points);
        Assert.Equal(oracle.Overview(), pyramid.Overview.Data);
        var samplesPerPeak = Math.Max(1, header.SampleRate / 1000);
        foreach (var level in pyramid.Levels)
        {
            Assert.Equal(samplesPerPeak, level.SamplesPerPeak);
            Assert.Equal((header.Frames + samplesPerPeak - 1) / samplesPerPeak, level.Peaks);
            Assert.Equal(oracle.Level(samplesPerPeak), level.Data.ToArray());
            samplesPerPeak *= PeakPyramid.Step;
        }
    }

    private static Task<PeakPyramid> Make(WavHeader.Readable header, byte[] data) =>
        PeakMaker.MakeAsync(new MemorySource(data), header, Plan, null, null, TestContext.Current.CancellationToken);
}
