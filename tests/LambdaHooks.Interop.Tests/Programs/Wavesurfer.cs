using System.Text.Json;

namespace LambdaHooks.Interop.Tests.Programs;

/// <summary>The parts of npm <c>wavesurfer.js</c> that take peaks and draw them, without a page.</summary>
internal static class Wavesurfer
{
    /// <summary>What it makes of peaks, one array a channel, on a canvas of 100 pixels down and one pixel a peak across.</summary>
    public static async Task<SeenPeaks> DrawAsync(double[][] peaks, double duration, CancellationToken cancel) =>
        JsonSerializer.Deserialize<SeenPeaks>(await Node.AskAsync("draw-peaks.mjs", new { peaks, duration, width = peaks[0].Length, height = 100 }, cancel), JsonSerializerOptions.Web)!;
}

/// <summary>Peaks as they are drawn.</summary>
/// <param name="Unchanged">False where values were scaled into range.</param>
/// <param name="PointsPerSecond">Peaks over seconds.</param>
/// <param name="Top">Height of the upper outline, from the canvas's top: a start, each peak, an end.</param>
/// <param name="Bottom">Height of the lower outline.</param>
internal sealed record SeenPeaks(bool Unchanged, double PointsPerSecond, double[] Top, double[] Bottom);
