namespace LambdaHooks.Media;

/// <summary>Growing peaks of several rows that get the same frames.</summary>
/// <param name="rows">One or more.</param>
internal sealed class GrowingRows(IReadOnlyList<GrowingPeaks> rows) : IRowConsumer
{
    /// <summary>Rows that begin alike.</summary>
    public static GrowingRows Alike(int count, int samplesPerPeak, int most) =>
        new([.. Enumerable.Range(0, count).Select(_ => new GrowingPeaks(samplesPerPeak, most))]);

    /// <summary>Frames behind a peak now.</summary>
    public int SamplesPerPeak => rows[0].SamplesPerPeak;

    /// <summary>All frames so far.</summary>
    public long Frames => rows[0].Frames;

    /// <inheritdoc/>
    public void Begin(long frame)
    {
    }

    /// <inheritdoc/>
    public void Add(int row, ReadOnlySpan<short> samples) => rows[row].Add(samples);

    /// <inheritdoc/>
    public void End()
    {
    }

    /// <summary>Minimum and maximum of each row of each peak.</summary>
    public ReadOnlyMemory<short> Finish()
    {
        var finished = rows.Select(r => r.Finish()).ToArray();
        if (finished is [var only])
        {
            return only;
        }

        var pairs = new short[finished.Sum(f => f.Length)];
        for (var row = 0; row < finished.Length; row++)
        {
            var from = finished[row].Span;
            var step = 2 * finished.Length;
            for (int i = 0, to = 2 * row; i < from.Length; i += 2, to += step)
            {
                (pairs[to], pairs[to + 1]) = (from[i], from[i + 1]);
            }
        }

        return pairs;
    }

    /// <summary>The same, where they are to be as fine as asked and not coarser.</summary>
    /// <param name="samplesPerPeak">What was asked for.</param>
    /// <exception cref="PeakOptionsException">There were more than can be kept, so they have become coarser.</exception>
    public ReadOnlyMemory<short> FinishAt(int samplesPerPeak) => SamplesPerPeak == samplesPerPeak
        ? Finish()
        : throw new PeakOptionsException($"scale: {samplesPerPeak} frames a peak are more peaks of {Frames} frames than can be kept of a stream; {SamplesPerPeak} would do");

    /// <summary>
    /// The frames spread evenly over so many peaks; exact while a growing peak is one frame, else edges lie at the nearest growing peak
    /// before them.
    /// </summary>
    public short[] Spread(int points)
    {
        var (fine, step) = (Finish(), 2 * rows.Count);
        var (edges, all) = (new PeakEdges.Even(Frames, points), fine.Length / step);
        var pairs = new short[points * step];
        var from = 0;
        for (var point = 0; point < points; point++)
        {
            var to = point == points - 1 ? all : (int)Math.Clamp(edges.EndOf(point) / SamplesPerPeak, from + 1, all);
            _ = PeakPairs.Coarser(fine.Span[(from * step)..(to * step)], rows.Count, to - from, pairs.AsSpan(point * step, step));
            from = to;
        }

        return pairs;
    }
}
