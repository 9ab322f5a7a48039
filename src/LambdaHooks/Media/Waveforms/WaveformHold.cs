namespace LambdaHooks.Media;

/// <summary>Peaks held until all are there. The array grows with what comes, never by what is promised.</summary>
internal sealed class WaveformHold
{
    private short[] values = [];
    private int count;

    /// <summary>Begins to hold.</summary>
    /// <exception cref="PeakOptionsException">There are more peaks than can be held.</exception>
    public WaveformHold(PeakHead head)
    {
        if (head.Peaks > Array.MaxLength / (2L * head.Rows))
        {
            throw new PeakOptionsException($"samples per pixel: {head.SamplesPerPeak} gives {head.Peaks} peaks, more than can be held in memory");
        }

        Head = head;
    }

    public PeakHead Head { get; }

    public void Add(ReadOnlySpan<short> pairs)
    {
        if (pairs.Length > values.Length - count)
        {
            var most = (int)(2 * Head.Peaks * Head.Rows);
            Array.Resize(ref values, Math.Max(count + pairs.Length, Math.Min(most, Math.Max(pairs.Length, 2 * count))));
        }

        pairs.CopyTo(values.AsSpan(count));
        count += pairs.Length;
    }

    /// <summary>Everything that came.</summary>
    /// <exception cref="InvalidOperationException">More or fewer came than were promised.</exception>
    public Memory<short> End()
    {
        var tally = new WaveformTally(Head);
        tally.Add(count);
        tally.End();
        return values.AsMemory(0, count);
    }
}
