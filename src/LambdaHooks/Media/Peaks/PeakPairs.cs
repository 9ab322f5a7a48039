namespace LambdaHooks.Media;

/// <summary>Minima and maxima side by side: for each peak and each of its rows, a minimum and a maximum.</summary>
internal static class PeakPairs
{
    /// <summary>Each so many peaks to one, exactly; the last one of those that are left.</summary>
    /// <param name="fine">Whole peaks.</param>
    /// <param name="rows">Pairs in a peak.</param>
    /// <param name="factor">Peaks to one, 1 or more.</param>
    /// <param name="coarse">Where they go; may be where <paramref name="fine"/> begins.</param>
    /// <returns>How many numbers were written.</returns>
    public static int Coarser(ReadOnlySpan<short> fine, int rows, int factor, Span<short> coarse)
    {
        unchecked
        {
            var (step, to) = (2 * rows, 0);

            // A factor may be larger than there are peaks, so that its numbers would not fit an integer.
            var size = (int)Math.Min((long)factor * step, fine.Length);
            for (var from = 0; from < fine.Length; from += size, to += step)
            {
                var group = fine.Slice(from, Math.Min(size, fine.Length - from));
                for (var at = 0; at < step; at += 2)
                {
                    (coarse[to + at], coarse[to + at + 1]) = Of(group[at..], step);
                }
            }

            return to;
        }
    }

    /// <summary>How many peaks so many become.</summary>
    public static long Count(long items, long perPeak) => (items / perPeak) + (items % perPeak == 0 ? 0 : 1);

    private static (short Low, short High) Of(ReadOnlySpan<short> pairs, int step)
    {
        unchecked
        {
            var (low, high) = (pairs[0], pairs[1]);
            for (var at = step; at < pairs.Length; at += step)
            {
                (low, high) = (Math.Min(low, pairs[at]), Math.Max(high, pairs[at + 1]));
            }

            return (low, high);
        }
    }
}
