namespace LambdaHooks.Ffmpeg;

/// <summary>Whether the distance between frames varies.</summary>
internal static class FrameTiming
{
    /// <summary>Frames may be stored out of order by about this many; where the list is cut, the last ones have gaps.</summary>
    private const int MostReordered = 16;

    /// <summary>Distances may differ by one step of the container's clock, to which each time is rounded.</summary>
    private const long Rounding = 1;

    /// <summary>True where distances differ by more than rounding explains.</summary>
    /// <param name="times">Times of frames in steps of the container's clock, in any order.</param>
    /// <param name="isCut">Whether more frames follow.</param>
    public static bool Varies(IReadOnlyList<long> times, bool isCut)
    {
        long[] ordered = [.. times.Order()];
        var known = isCut ? ordered.AsSpan(0, Math.Max(0, ordered.Length - MostReordered)) : ordered;
        var (least, most) = (Int128.MaxValue, Int128.Zero);
        for (var i = 1; i < known.Length; i++)
        {
            var distance = (Int128)known[i] - known[i - 1];
            (least, most) = (Int128.Min(least, distance), Int128.Max(most, distance));
        }

        return known.Length > 2 && most - least > Rounding;
    }

    /// <summary>
    /// True where the average is not the rate that every time fits, by more than a hundredth. Twice the average is the rate of fields of an
    /// interlaced picture.
    /// </summary>
    public static bool Differ(Fraction? steady, Fraction? average) =>
        steady is { } s && average is { } a && IsOff(s.Value / a.Value, 1) && IsOff(s.Value / a.Value, 2);

    private static bool IsOff(double ratio, double from) => Math.Abs((ratio / from) - 1) > 0.01;
}
