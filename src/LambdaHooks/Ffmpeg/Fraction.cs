using System.Globalization;
using System.Numerics;

namespace LambdaHooks.Ffmpeg;

/// <summary>A positive fraction in lowest terms, as ffprobe writes it: <c>30000/1001</c> or <c>16:15</c>.</summary>
internal readonly record struct Fraction(long Numerator, long Denominator)
{
    /// <summary>Nearest floating-point value.</summary>
    public double Value => (double)Numerator / Denominator;

    /// <summary>Null where the text is none, or is not positive: <c>0/0</c> means that it is not known.</summary>
    public static Fraction? Of(string? text)
    {
        var parts = (text ?? "").Split('/', ':');
        if (parts.Length != 2 || !TryPositive(parts[0], out var numerator) || !TryPositive(parts[1], out var denominator))
        {
            return null;
        }

        var divisor = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        return new Fraction(numerator / divisor, denominator / divisor);
    }

    private static bool TryPositive(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
