using LambdaHooks.Interop.Tests.Programs;
using LambdaHooks.Media;

namespace LambdaHooks.Interop.Tests.Media;

/// <summary>Files of peaks that we write, read and resampled by the reader that pages use.</summary>
public class WaveformDataTests
{
    private static readonly int[] Multiples = [2, 3, 4, 10, 100];

    [Theory]
    [InlineData(1, 8)]
    [InlineData(1, 16)]
    [InlineData(2, 8)]
    [InlineData(2, 16)]
    [InlineData(6, 16)]
    public async Task ABinaryFileIsReadAndResampledAsWeDo(int channels, int bits)
    {
        var waveform = SomePeaks.Random(channels, bits, length: 1001, seed: channels + bits);

        AssertSeen(waveform, await WaveformData.ReadDatAsync(await waveform.ToDatAsync(), Scales(waveform), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(1, 16)]
    [InlineData(2, 8)]
    [InlineData(2, 16)]
    public async Task AJsonFileIsReadAndResampledAsWeDo(int channels, int bits)
    {
        var waveform = SomePeaks.Random(channels, bits, length: 1000, seed: channels + bits);

        AssertSeen(waveform, await WaveformData.ReadJsonAsync(await waveform.ToJsonAsync(), Scales(waveform), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AFileOfNothingIsRead()
    {
        var waveform = new Waveform(44_100, 512, 1, WaveformBits.Sixteen, Array.Empty<short>());

        AssertEqual(waveform.Seen(), Assert.Single(await WaveformData.ReadDatAsync(await waveform.ToDatAsync(), [], TestContext.Current.CancellationToken)));
        AssertEqual(waveform.Seen(), Assert.Single(await WaveformData.ReadJsonAsync(await waveform.ToJsonAsync(), [], TestContext.Current.CancellationToken)));
    }

    /// <summary>The reader tells a wrong file from a right one, so that reading one proves something.</summary>
    [Fact]
    public async Task AFileWhoseLengthIsWrongIsRefused()
    {
        var json = (await SomePeaks.Random(1, 8, length: 10, seed: 1).ToJsonAsync()).Replace("\"length\":10", "\"length\":11", StringComparison.Ordinal);

        await Assert.ThrowsAsync<InvalidOperationException>(() => WaveformData.ReadJsonAsync(json, [], TestContext.Current.CancellationToken));
    }

    private static int[] Scales(Waveform waveform) => [.. Multiples.Select(m => m * waveform.SamplesPerPixel)];

    private static void AssertSeen(Waveform waveform, SeenWaveform[] seen)
    {
        Assert.Equal(1 + Multiples.Length, seen.Length);
        AssertEqual(waveform.Seen(), seen[0]);
        foreach (var (times, resampled) in Multiples.Zip(seen[1..]))
        {
            AssertEqual(WaveformRescale.To(waveform, times * waveform.SamplesPerPixel).Seen(), resampled);
        }
    }

    private static void AssertEqual(SeenWaveform expected, SeenWaveform actual)
    {
        Assert.Equal((expected.SampleRate, expected.SamplesPerPixel, expected.Bits, expected.Length), (actual.SampleRate, actual.SamplesPerPixel, actual.Bits, actual.Length));
        Assert.Equal(expected.Channels.Select(c => c.Min), actual.Channels.Select(c => c.Min));
        Assert.Equal(expected.Channels.Select(c => c.Max), actual.Channels.Select(c => c.Max));
    }
}
