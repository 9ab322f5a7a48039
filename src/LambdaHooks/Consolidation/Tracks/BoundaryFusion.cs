using LambdaHooks.Timeline;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Fuses the boundaries of one segment: weighted medians of starts and of ends.</summary>
/// <remarks>
/// Where the weight splits evenly, the median may lie anywhere between two workers' boundaries; there it leans towards the worker who
/// places boundaries more exactly, by the squares of their precisions.
/// </remarks>
/// <param name="Start">Between which times the fused start may lie, and where it leans.</param>
/// <param name="End">The same for the end.</param>
internal readonly record struct BoundaryFusion(MiddlePair Start, MiddlePair End)
{
    private const int Few = 32;

    /// <summary>The fused interval.</summary>
    public Interval Interval => Start.Leaning <= End.Leaning
        ? new Interval(Start.Leaning, End.Leaning)
        : new Interval(Start.Middle, End.Middle);

    /// <summary>Fuses what the workers placed.</summary>
    public static BoundaryFusion Of(ReadOnlySpan<SegmentEvidence> placers, Func<string, double> precision)
    {
        Span<(MediaTime Time, double Weight, double Precision)> starts = placers.Length <= Few
            ? stackalloc (MediaTime Time, double Weight, double Precision)[placers.Length] : new (MediaTime Time, double Weight, double Precision)[placers.Length];
        Span<(MediaTime Time, double Weight, double Precision)> ends = placers.Length <= Few
            ? stackalloc (MediaTime Time, double Weight, double Precision)[placers.Length] : new (MediaTime Time, double Weight, double Precision)[placers.Length];
        for (var i = 0; i < placers.Length; i++)
        {
            var (interval, weight, exact) = (placers[i].Segment.Interval, placers[i].Weight > 0 ? placers[i].Weight : 1, precision(placers[i].Worker));
            (starts[i], ends[i]) = ((interval.Start, weight, exact), (interval.End, weight, exact));
        }

        return new BoundaryFusion(MiddlePair.Of(starts), MiddlePair.Of(ends));
    }
}

/// <summary>The weighted median as the pair of values it lies between: equal but where the weight splits evenly.</summary>
/// <param name="Low">The lower value.</param>
/// <param name="High">The upper value.</param>
/// <param name="Leaning">The point between them, leaning to the more precise.</param>
internal readonly record struct MiddlePair(MediaTime Low, MediaTime High, MediaTime Leaning)
{
    private const double Even = 1e-9;

    /// <summary>Halfway, rounded down.</summary>
    public MediaTime Middle => new(Low.Microseconds + ((High.Microseconds - Low.Microseconds) / 2));

    /// <summary>How far apart the two are.</summary>
    public MediaTime Width => High - Low;

    /// <summary>The pair of values in any order; sorted on return.</summary>
    public static MiddlePair Of(Span<(MediaTime Time, double Weight, double Precision)> values)
    {
        values.Sort(static (a, b) => a.Time != b.Time ? a.Time.CompareTo(b.Time) : b.Precision.CompareTo(a.Precision));
        var half = 0.0;
        foreach (var value in values)
        {
            half += value.Weight / 2;
        }

        var (sum, place) = (values[0].Weight, 0);
        while (sum < half - Even && place < values.Length - 1)
        {
            sum += values[++place].Weight;
        }

        return sum > half + Even || place == values.Length - 1
            ? new MiddlePair(values[place].Time, values[place].Time, values[place].Time)
            : Between(MostPreciseAt(values, place), values[place + 1]);
    }

    /// <summary>The first of those at one time, as the upper side's first is the most precise there too: the two sides are weighed alike.</summary>
    private static (MediaTime Time, double Weight, double Precision) MostPreciseAt(Span<(MediaTime Time, double Weight, double Precision)> sorted, int place)
    {
        while (place > 0 && sorted[place - 1].Time == sorted[place].Time)
        {
            place--;
        }

        return sorted[place];
    }

    private static MiddlePair Between((MediaTime Time, double Weight, double Precision) a, (MediaTime Time, double Weight, double Precision) b)
    {
        var share = b.Precision * b.Precision / ((a.Precision * a.Precision) + (b.Precision * b.Precision));
        var width = (b.Time - a.Time).Microseconds;
        return new MiddlePair(a.Time, b.Time, new MediaTime(a.Time.Microseconds + (long)(width * share)));
    }
}
