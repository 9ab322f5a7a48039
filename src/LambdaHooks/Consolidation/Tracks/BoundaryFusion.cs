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
    /// <summary>The fused interval.</summary>
    public Interval Interval => Start.Leaning <= End.Leaning
        ? new Interval(Start.Leaning, End.Leaning)
        : new Interval(Start.Middle, End.Middle);

    /// <summary>Fuses what the workers placed.</summary>
    public static BoundaryFusion Of(IReadOnlyList<SegmentEvidence> placers, Func<string, double> precision)
    {
        var boundaries = new (MediaTime Time, double Weight, double Precision)[placers.Count];
        return new BoundaryFusion(Fuse(static i => i.Start), Fuse(static i => i.End));

        MiddlePair Fuse(Func<Interval, MediaTime> boundary)
        {
            for (var i = 0; i < boundaries.Length; i++)
            {
                var weight = placers[i].Weight;
                boundaries[i] = (boundary(placers[i].Segment.Interval), weight > 0 ? weight : 1, precision(placers[i].Worker));
            }

            return MiddlePair.Of(boundaries);
        }
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
            : Between(values[place], values[place + 1]);
    }

    private static MiddlePair Between((MediaTime Time, double Weight, double Precision) a, (MediaTime Time, double Weight, double Precision) b)
    {
        var share = b.Precision * b.Precision / ((a.Precision * a.Precision) + (b.Precision * b.Precision));
        var width = (b.Time - a.Time).Microseconds;
        return new MiddlePair(a.Time, b.Time, new MediaTime(a.Time.Microseconds + (long)(width * share)));
    }
}
