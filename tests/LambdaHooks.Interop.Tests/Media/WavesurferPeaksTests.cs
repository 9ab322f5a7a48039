using System.Text.Json.Nodes;
using LambdaHooks.Interop.Tests.Programs;
using LambdaHooks.Media;

namespace LambdaHooks.Interop.Tests.Media;

/// <summary>Peaks that we write for wavesurfer, two arrays of maxima and minima in [-1, 1], drawn by it.</summary>
public class WavesurferPeaksTests
{
    /// <summary>16-bit values over 32,768: the most negative is -1 and stays in range.</summary>
    [Fact]
    public async Task MaximaGoUpAndMinimaGoDownAsTheyAre()
    {
        short[] pairs = [-32_768, 32_767, -8192, 16_384, -16_384, 0, 0, 8192];
        var written = JsonNode.Parse(await new Waveform(16_000, 2000, 1, WaveformBits.Sixteen, pairs).ToWavesurferAsync())!;
        double[][] peaks = [.. written["peaks"]!.AsArray().Select(a => a!.AsArray().Select(v => v!.GetValue<double>()).ToArray())];

        var seen = await Wavesurfer.DrawAsync(peaks, written["duration"]!.GetValue<double>(), TestContext.Current.CancellationToken);

        Assert.True(seen.Unchanged);
        Assert.Equal(8, seen.PointsPerSecond);
        Assert.Equal([50, 0, 25, 49, 37, 50], seen.Top);
        Assert.Equal([50, 100, 63, 75, 51, 50], seen.Bottom);
    }

    [Fact]
    public async Task OneValueBeyondTheRangeShrinksEverything() =>
        Assert.False((await Wavesurfer.DrawAsync([[0.5, 32_768 / 32_767.0], [0, 0]], duration: 1, TestContext.Current.CancellationToken)).Unchanged);
}
