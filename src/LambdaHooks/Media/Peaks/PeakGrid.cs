namespace LambdaHooks.Media;

/// <summary>
/// Peaks of a stretch of known length, filled in any order and by several threads: extremes do not care who finds them first.
/// </summary>
/// <param name="edges">Which frames belong to which peak.</param>
/// <param name="first">The first peak that is kept here.</param>
/// <param name="pairs">Where peaks go: minimum and maximum of each row of each peak.</param>
/// <param name="rows">Pairs in a peak.</param>
internal sealed class PeakGrid(PeakEdges edges, long first, Memory<short> pairs, int rows)
{
    private readonly Lock borders = new();

    public PeakEdges Edges => edges;

    /// <summary>Numbers of one peak.</summary>
    public int Step { get; } = 2 * rows;

    /// <summary>Forgets everything: no peak has met a sample.</summary>
    public static void Clear(Span<short> pairs)
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            (pairs[i], pairs[i + 1]) = (short.MaxValue, short.MinValue);
        }
    }

    /// <summary>Peaks that met no sample become silence.</summary>
    public static void Silence(Span<short> pairs)
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i] > pairs[i + 1])
            {
                (pairs[i], pairs[i + 1]) = (0, 0);
            }
        }
    }

    /// <summary>Where a row of a peak begins.</summary>
    public Span<short> At(long peak, int row) => pairs.Span[(int)(((peak - first) * Step) + (2 * row))..];

    /// <summary>Widens a peak that others may be widening too.</summary>
    public void Widen(long peak, int row, short low, short high)
    {
        var pair = At(peak, row);
        lock (borders)
        {
            (pair[0], pair[1]) = (Math.Min(pair[0], low), Math.Max(pair[1], high));
        }
    }
}
