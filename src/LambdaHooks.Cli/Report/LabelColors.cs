using System.Globalization;
using System.Text;

namespace LambdaHooks.Cli.Report;

/// <summary>
/// A colour for every label, the same in every report, since it is made of the label's letters (FNV-1a, 32 bits). Light enough that black
/// text on it has a contrast of 7 to 1 or more (WCAG 2.1, level AAA), whatever the hue.
/// </summary>
internal static class LabelColors
{
    private const int Hues = 24;
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Fill behind a label's text; grey for no label.</summary>
    public static string Fill(string? label) => label is null ? "hsl(0,0%,82%)" : Hsl(label, "70%", Lightness(label));

    /// <summary>Line around it.</summary>
    public static string Line(string? label) => label is null ? "hsl(0,0%,45%)" : Hsl(label, "45%", "42%");

    private static string Hsl(string label, string saturation, string lightness) =>
        string.Create(CultureInfo.InvariantCulture, $"hsl({Hash(label) % Hues * (360 / Hues)},{saturation},{lightness})");

    private static string Lightness(string label) => Hash(label) / Hues % 2 == 0 ? "80%" : "88%";

    private static uint Hash(string label)
    {
        var hash = Basis;
        foreach (var value in Encoding.UTF8.GetBytes(label))
        {
            hash = unchecked((hash ^ value) * Prime);
        }

        // The lowest bits of FNV mix least.
        return hash ^ (hash >> 15);
    }
}
