using System.Globalization;

namespace LambdaHooks.Benchmarks.Measuring;

/// <summary>Figures for people.</summary>
internal static class Units
{
    private const double Mega = 1e6;

    /// <summary>Seconds, in the unit that leaves the fewest zeros.</summary>
    public static string Time(double seconds) =>
        seconds >= 1 ? Text($"{seconds:0.00} s")
        : seconds >= 1e-3 ? Text($"{seconds * 1e3:0.0} ms")
        : Text($"{seconds * 1e6:0.0} µs");

    public static string Bytes(double bytes) => Text($"{bytes / Mega:0.0} MB");

    public static string Ratio(double ratio) => Text($"{ratio:0.00}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
