using System.Runtime.InteropServices;
using CsCheck;
using LambdaHooks.Media;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Media;

/// <summary>Expected numbers are those that audiowaveform gives for the same samples.</summary>
public class PeakScanTests
{
    private static readonly short[] Mono = [0, 255, -255, 256, -256, -32768, 32767, -257, 5, -7];
    private static readonly short[] Stereo = [-1, 0, -3, 0, 3, 0, 1, 0, 32767, 32767, -32768, -32768, 20_000, -20_000, -20_000, 20_000, 7, 8];

    [Fact]
    public async Task MonoGivesWhatAudiowaveformGives() => Assert.Equal([-255, 256, -32768, 32767, -7, 5], await Peaks(Mono, 1, Every(4)));

    [Fact]
    public async Task MixedStereoGivesWhatAudiowaveformGives() =>
        Assert.Equal([-1, 0, 0, 1, -32768, 32767, 0, 0, 7, 7], await Peaks(Stereo, 2, Every(2)));

    [Fact]
    public async Task SplitStereoGivesWhatAudiowaveformGives() => Assert.Equal(
        [-3, -1, 0, 0, 1, 3, 0, 0, -32768, 32767, -32768, 32767, -20_000, 20_000, -20_000, 20_000, 7, 7, 8, 8],
        await Peaks(Stereo, 2, Every(2) with { Channels = ChannelChoice.Split }));

    [Fact]
    public async Task OneChannelOfTwoIsARowOfItsOwn() =>
        Assert.Equal([0, 0, 0, 0, -32768, 32767, -20_000, 20_000, 8, 8], await Peaks(Stereo, 2, Every(2) with { Channels = new ChannelChoice.Only([1]) }));

    [Fact]
    public async Task PeaksASecondAreCutToWholeFrames()
    {
        var sink = await Scan(new short[16_000], 1, new PeakOptions(new PeakScale.PerSecond(7)), 16_000);

        Assert.Equal((2285, 8L), (sink.Head!.SamplesPerPeak, sink.Head.Peaks));
    }

    [Fact]
    public void EveryWayToReadGivesThePeaksFoundTheSlowWay() => Scans.Sample((samples, channels, options, plan) =>
    {
        var expected = Slow(samples, channels, options);
        Assert.Equal(expected, Peaks(samples, channels, options, plan).GetAwaiter().GetResult());
        Assert.Equal(expected, StreamedPeaks(samples, channels, options).GetAwaiter().GetResult());
    }, iter: 3000);

    [Theory]
    [InlineData(0, 3)]
    [InlineData(5, 3)]
    [InlineData(2, 8)]
    public async Task APartIsAsIfItWereTheWholeClip(int start, int end)
    {
        var samples = Enumerable.Range(0, 10_000).Select(i => unchecked((short)(i * 7919))).ToArray();
        var part = Every(100) with { Start = new MediaTime(start * 100_000), End = new MediaTime(end * 100_000) };
        if (start >= end)
        {
            var fault = await Assert.ThrowsAsync<PeakOptionsException>(() => Peaks(samples, 1, part, rate: 10_000));
            Assert.StartsWith("end: ", fault.Message, StringComparison.Ordinal);
            return;
        }

        var expected = await Peaks(samples[(start * 1000)..(end * 1000)], 1, Every(100));
        Assert.Equal(expected, await Peaks(samples, 1, part, rate: 10_000));
        Assert.Equal(expected, await StreamedPeaks(samples, 1, part, rate: 10_000));
    }

    /// <summary>A stretch of output holds half a million numbers; this clip has more, and its last stretch begins within a block.</summary>
    [Fact]
    public async Task PeaksAreTheSameAcrossStretchesOfOutput()
    {
        var samples = new short[(1 << 20) + 12_345];
        new Random(1).NextBytes(MemoryMarshal.AsBytes(samples.AsSpan()));

        Assert.Equal(Slow(samples, 1, Every(1)), await Peaks(samples, 1, Every(1), new ScanPlan(2, 50_000)));
    }

    [Theory]
    [InlineData("start: ", 11.0, null)]
    [InlineData("start: ", -1.0, null)]
    [InlineData("end: ", 2.0, 2.0)]
    public async Task APartThatIsNotThereIsNamed(string option, double start, double? end)
    {
        var options = Every(4) with { Start = MediaTime.FromSeconds((decimal)start), End = end is { } e ? MediaTime.FromSeconds((decimal)e) : null };

        var fault = await Assert.ThrowsAsync<PeakOptionsException>(() => Peaks(new short[80], 1, options, rate: 8));
        Assert.StartsWith(option, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task AChannelThatIsNotThereIsNamed(int channel)
    {
        var fault = await Assert.ThrowsAsync<PeakOptionsException>(() => Peaks(Stereo, 2, Every(4) with { Channels = new ChannelChoice.Only([0, channel]) }));
        Assert.StartsWith("channels: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PointsOfALongStreamHaveEdgesWithinAPointsFraction()
    {
        // Each of ten points has its own level; three million frames are more than are kept one by one.
        var samples = Enumerable.Range(0, 3_000_000).Select(i => (short)((i / 300_000 * 1000) + (i % 2))).ToArray();
        var pairs = await StreamedPeaks(samples, 1, new PeakOptions(new PeakScale.Points(10)));

        for (var point = 0; point < 10; point++)
        {
            Assert.InRange(pairs[2 * point], Math.Max(0, (point - 1) * 1000), point * 1000);
            Assert.Equal((point * 1000) + 1, pairs[(2 * point) + 1]);
        }
    }

    [Fact]
    public async Task ProgressEndsAtTheEnd()
    {
        var heard = new List<double>();
        await PeakScan.FileAsync(new MemorySource(new byte[20_000]), Header(1, 10_000, 8000), Every(10), new ListSink(), new ScanPlan(1, 4096), null, heard.Add, TestContext.Current.CancellationToken);

        Assert.Equal(heard.Order(), heard);
        Assert.Equal(1, heard[^1]);
    }

    private static Gen<(short[] Samples, int Channels, PeakOptions Options, ScanPlan Plan)> Scans { get; } =
        from channels in Gen.Int[1, 5]
        from frames in Gen.Int[0, 400]
        from samples in Gen.Short.Array[frames * channels]
        from scale in Gen.OneOf<PeakScale>(
            Gen.Int[1, 60].Select(n => (PeakScale)new PeakScale.SamplesPerPeak(n)),
            Gen.Int[1, 500].Select(n => (PeakScale)new PeakScale.Points(n)))
        from choice in Gen.OneOf(
            Gen.Const(ChannelChoice.Mix),
            Gen.Const(ChannelChoice.Split),
            Gen.Int[0, channels - 1].Array[1, 3].Select(c => (ChannelChoice)new ChannelChoice.Only(c)))
        from workers in Gen.Int[1, 4]
        from block in Gen.Int[1, 700]
        select (samples, channels, new PeakOptions(scale) { Channels = choice }, new ScanPlan(workers, block));

    private static PeakOptions Every(int samplesPerPeak) => new(new PeakScale.SamplesPerPeak(samplesPerPeak));

    private static short[] Slow(short[] samples, int channels, PeakOptions options)
    {
        var frames = samples.Chunk(channels).ToArray();
        int[]? picked = options.Channels == ChannelChoice.Mix ? null : options.Channels is ChannelChoice.Only only ? [.. only.Channels] : [.. Enumerable.Range(0, channels)];
        var groups = options.Scale is PeakScale.SamplesPerPeak size ? frames.Chunk(size.Frames) : Spread(frames, Math.Min(frames.Length, ((PeakScale.Points)options.Scale).Peaks));
        return [.. groups.SelectMany(g => picked is null ? Extremes(g.Select(f => f.Sum(s => s) / channels)) : picked.SelectMany(c => Extremes(g.Select(f => (int)f[c]))))];
    }

    private static IEnumerable<short[][]> Spread(short[][] frames, int points) =>
        Enumerable.Range(0, points).Select(i => frames[(int)((long)frames.Length * i / points)..(int)((long)frames.Length * (i + 1) / points)]);

    private static IEnumerable<short> Extremes(IEnumerable<int> values) => [(short)values.Min(), (short)values.Max()];

    private static WavHeader.Readable Header(int channels, int frames, int rate) => new(SampleFormat.Pcm16, channels, rate, 0, frames, null);

    private static async Task<short[]> Peaks(short[] samples, int channels, PeakOptions options, ScanPlan? plan = null, int rate = 8000) =>
        (await Scan(samples, channels, options, rate, plan)).Pairs;

    private static async Task<ListSink> Scan(short[] samples, int channels, PeakOptions options, int rate, ScanPlan? plan = null)
    {
        var sink = new ListSink();
        var source = new MemorySource(MemoryMarshal.AsBytes(samples.AsSpan()).ToArray());
        await PeakScan.FileAsync(source, Header(channels, samples.Length / channels, rate), options, sink, plan ?? ScanPlan.OneCore, null, null, TestContext.Current.CancellationToken);
        Assert.True(sink.Ended);
        return sink;
    }

    private static async Task<short[]> StreamedPeaks(short[] samples, int channels, PeakOptions options, int rate = 8000)
    {
        var sink = new ListSink();
        using var wav = new MemoryStream(WavBytes.Usual(MemoryMarshal.AsBytes(samples.AsSpan()).ToArray(), 1, channels, (uint)rate, 16));
        var header = Assert.IsType<WavHeader.Readable>(await PeakScan.StreamAsync(wav, options, sink, null, TestContext.Current.CancellationToken));
        Assert.Equal(sink.Head!.Frames, header.Frames);
        Assert.True(sink.Ended);
        return sink.Pairs;
    }
}
