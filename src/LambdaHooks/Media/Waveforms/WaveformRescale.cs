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
        var values = 2 * fine.Rows;
        var source = fine.Data.Span;
        var joined = new short[((fine.Length / step) + (fine.Length % step == 0 ? 0 : 1)) * values];
        for (var peak = 0; peak < fine.Length; peak++)
        {
            var from = source.Slice(peak * values, values);
            var to = joined.AsSpan(peak / step * values, values);
            if (peak % step == 0)
            {
                from.CopyTo(to);
            }
            else
            {
                Widen(to, from);
            }
        }

        return joined;
    }

    private static void Widen(Span<short> pairs, ReadOnlySpan<short> by)
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            pairs[i] = Math.Min(pairs[i], by[i]);
            pairs[i + 1] = Math.Max(pairs[i + 1], by[i + 1]);
        }
    }
}
