namespace LambdaHooks.Media;

/// <summary>
/// Peaks of one row of a sound whose length is not known: as many as it takes, or, with a limit, ever coarser ones.
/// </summary>
/// <remarks>When the limit is reached, each two peaks become one, exactly, and twice as many samples lie behind each from then on.</remarks>
/// <param name="samplesPerPeak">Frames behind a peak at first.</param>
/// <param name="most">The most peaks to keep, an even number.</param>
internal sealed class GrowingPeaks(int samplesPerPeak, int most)
{
    /// <summary>The most peaks that can be kept at all: what one array holds.</summary>
    public const int NoLimit = 1 << 29;

    private const int FirstRoom = 4096;

    private short[] pairs = new short[2 * Math.Min(FirstRoom, most)];
    private int peaks;
    private int partial;
    private short low = short.MaxValue;
    private short high = short.MinValue;

    /// <summary>Frames behind a peak now.</summary>
    public int SamplesPerPeak { get; private set; } = samplesPerPeak;

    /// <summary>All samples so far.</summary>
    public long Frames => ((long)peaks * SamplesPerPeak) + partial;

    /// <summary>The next samples.</summary>
    public void Add(ReadOnlySpan<short> samples)
    {
        while (!samples.IsEmpty)
        {
            if (peaks == most)
            {
                Halve();
            }

            var whole = partial == 0 ? Math.Min(samples.Length / SamplesPerPeak, most - peaks) : 0;
            samples = samples[(whole > 0 ? AddWhole(samples, whole) : AddPart(samples))..];
        }
    }

    /// <summary>Minimum and maximum of each peak, the last one perhaps of fewer frames. Nothing can be added afterwards.</summary>
    public ReadOnlyMemory<short> Finish()
    {
        if (partial > 0)
        {
            MakeRoom(peaks + 1);
            (pairs[2 * peaks], pairs[(2 * peaks) + 1]) = (low, high);
        }

        return pairs.AsMemory(0, 2 * (peaks + (partial > 0 ? 1 : 0)));
    }

    private int AddWhole(ReadOnlySpan<short> samples, int whole)
    {
        var taken = whole * SamplesPerPeak;
        MakeRoom(peaks + whole);
        MinMax.OfEach(samples[..taken], SamplesPerPeak, pairs.AsSpan(2 * peaks), 2);
        peaks += whole;
        return taken;
    }

    private int AddPart(ReadOnlySpan<short> samples)
    {
        var taken = Math.Min(samples.Length, SamplesPerPeak - partial);
        MinMax.Widen(samples[..taken], ref low, ref high);
        partial += taken;
        if (partial == SamplesPerPeak)
        {
            MakeRoom(peaks + 1);
            (pairs[2 * peaks], pairs[(2 * peaks) + 1]) = (low, high);
            peaks++;
            (partial, low, high) = (0, short.MaxValue, short.MinValue);
        }

        return taken;
    }

    private void MakeRoom(int wanted)
    {
        if (2 * wanted > pairs.Length)
        {
            Array.Resize(ref pairs, (int)Math.Min(2L * most, Math.Max(2L * wanted, 2L * pairs.Length)));
        }
    }

    private void Halve()
    {
        _ = PeakPairs.Coarser(pairs.AsSpan(0, 2 * peaks), 1, 2, pairs);
        peaks /= 2;
        SamplesPerPeak *= 2;
    }
}
