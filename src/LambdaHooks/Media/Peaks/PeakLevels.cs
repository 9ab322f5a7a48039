namespace LambdaHooks.Media;

/// <summary>Coarser peaks from finer ones, exactly: the extreme of extremes.</summary>
internal static class PeakLevels
{
    /// <summary>A level and all coarser ones, until one has no more peaks than the overview.</summary>
    /// <param name="samplesPerPeak">Frames behind a peak of the finest level.</param>
    /// <param name="pairs">Its peaks.</param>
    public static IReadOnlyList<PeakLevel> From(int samplesPerPeak, ReadOnlyMemory<short> pairs)
    {
        var levels = new List<PeakLevel> { new(samplesPerPeak, pairs) };
        while (levels[^1].Peaks > PeakPyramid.OverviewPoints && levels[^1].SamplesPerPeak <= int.MaxValue / PeakPyramid.Step)
        {
            var fine = levels[^1];
            var coarse = new short[2 * PeakPairs.Count(fine.Peaks, PeakPyramid.Step)];
            _ = PeakPairs.Coarser(fine.Data.Span, 1, PeakPyramid.Step, coarse);
            levels.Add(new PeakLevel(fine.SamplesPerPeak * PeakPyramid.Step, coarse));
        }

        return levels;
    }

    /// <summary>The overview of 16-bit pairs.</summary>
    public static PeakOverview EightBit(ReadOnlySpan<short> pairs)
    {
        var data = new sbyte[pairs.Length];
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = (sbyte)(pairs[i] / 256);
        }

        return new PeakOverview(data);
    }
}
