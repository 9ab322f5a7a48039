using System.Globalization;

namespace LambdaHooks.Cli.Tests.Report;

/// <summary>Contrast as WCAG 2.1 defines it (relative luminance, section "contrast ratio").</summary>
internal static class Contrast
{
    /// <summary>Of the report's letters (#111) on a colour written <c>hsl(h,s%,l%)</c>.</summary>
    public static double WithInk(string hsl)
    {
        var parts = hsl[4..^1].Split(',').Select(p => double.Parse(p.TrimEnd('%'), CultureInfo.InvariantCulture)).ToArray();
        var (h, s, l) = (parts[0], parts[1] / 100, parts[2] / 100);
        return (Luminance(Channel(h, s, l, 0), Channel(h, s, l, 8), Channel(h, s, l, 4)) + 0.05) / (Luminance(17 / 255.0, 17 / 255.0, 17 / 255.0) + 0.05);
    }

    private static double Channel(double h, double s, double l, double n)
    {
        var k = (n + (h / 30)) % 12;
        return l - (s * Math.Min(l, 1 - l) * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)));
    }

    private static double Luminance(double r, double g, double b) => (0.2126 * Linear(r)) + (0.7152 * Linear(g)) + (0.0722 * Linear(b));

    private static double Linear(double c) => c <= 0.03928 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
}
