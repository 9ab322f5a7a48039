using LambdaHooks.Interop.Tests.Programs;

namespace LambdaHooks.Interop.Tests.Media;

/// <summary>Peaks as two arrays, maxima and minima in [-1, 1], drawn by wavesurfer.</summary>
public class WavesurferPeaksTests
{
    /// <summary>16-bit values over 32,768: the most negative is -1 and stays in range.</summary>
    [Fact]
    public async Task MaximaGoUpAndMinimaGoDownAsTheyAre()
    {
        short[] pairs = [-32_768, 32_767, -8192, 16_384, -16_384, 0, 0, 8192];
        double[][] peaks = [[.. Every(pairs, 1)], [.. Every(pairs, 0)]];

        var seen = await Wavesurfer.DrawAsync(peaks, duration: 0.5, TestContext.Current.CancellationToken);

        Assert.True(seen.Unchanged);
        Assert.Equal(8, seen.PointsPerSecond);
        Assert.Equal([50, 0, 25, 49, 37, 50], seen.Top);
        Assert.Equal([50, 100, 63, 75, 51, 50], seen.Bottom);
    }

    [Fact]
    public async Task OneValueBeyondTheRangeShrinksEverything() =>
        Assert.False((await Wavesurfer.DrawAsync([[0.5, 32_768 / 32_767.0], [0, 0]], duration: 1, TestContext.Current.CancellationToken)).Unchanged);

    private static IEnumerable<double> Every(short[] pairs, int which) => pairs.Where((_, i) => i % 2 == which).Select(v => v / 32_768.0);
}
