using System.Globalization;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Report;

/// <summary>Numbers as a report writes them.</summary>
internal static class Figures
{
    public const string None = "–";

    /// <summary>A share or a coefficient, two decimals.</summary>
    public static string Share(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? None;

    /// <summary>A share with its sign turned into an HTML-free percentage of a length.</summary>
    public static string Percent(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Count(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Seconds with at most three decimals.</summary>
    public static string Seconds(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Seconds as they are on the wire.</summary>
    public static string Exact(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A time on a scale: seconds, or minutes and seconds where the scale is long.</summary>
    public static string Clock(decimal seconds, bool minutes)
    {
        if (!minutes)
        {
            return $"{Seconds(seconds)} s";
        }

        var whole = (long)seconds;
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 60}:{whole % 60:00}");
    }

    /// <summary>A figure with its interval and what it rests on, or why there is none.</summary>
    public static string Measure(MeasureWire? measure) =>
        measure is null ? "not asked for"
        : measure.Value is null ? $"none: {measure.Reason ?? "not defined"}"
        : $"{Share(measure.Value)}{(measure is { Low: { } low, High: { } high } ? $" [{Share(low)}, {Share(high)}]" : "")} (n = {Count(measure.Units)})";
}
