namespace LambdaHooks.Media;

/// <summary>Coarser peaks from finer ones, where that is exact.</summary>
/// <remarks>
/// A coarser peak is the minimum of minima and the maximum of maxima, which is what a scan of the medium would give when it begins and ends where
/// finer ones do: at whole multiples. Cutting to eight bits keeps order, so it is exact there too.
/// </remarks>
public static class WaveformRescale
{
    /// <summary>The same waveform with more frames behind each peak.</summary>
    /// <param name="fine">The finer waveform.</param>
    /// <param name="samplesPerPixel">A whole multiple of the finer one's.</param>
    /// <exception cref="PeakOptionsException">It is no whole multiple.</exception>
    public static Waveform To(Waveform fine, int samplesPerPixel)
    {
        if (samplesPerPixel < fine.SamplesPerPixel || samplesPerPixel % fine.SamplesPerPixel != 0)
        {
            throw new PeakOptionsException(
                $"samples per pixel: {samplesPerPixel} is not a whole multiple of the waveform's {fine.SamplesPerPixel}, so its peaks cannot be exact; make them from the medium");
        }

        var step = samplesPerPixel / fine.SamplesPerPixel;
        return step == 1 ? fine : fine with { SamplesPerPixel = samplesPerPixel, Data = Join(fine, step) };
    }

    private static short[] Join(Waveform fine, int step)
    {
        var joined = new short[2 * fine.Rows * PeakPairs.Count(fine.Length, step)];
        _ = PeakPairs.Coarser(fine.Data.Span, fine.Rows, step, joined);
        return joined;
    }
}
