namespace LambdaHooks.Media;

/// <summary>A value as a decimal fraction of full scale, rounded half away from zero, without zeros at its end.</summary>
internal static class WavesurferNumber
{
    /// <summary>Most bytes of a number: <c>-0.00003</c>.</summary>
    public const int Longest = 8;

    /// <summary>Writes a value divided by 32,768 with at most five decimals, or its upper eight bits divided by 128 with at most three.</summary>
    /// <returns>Bytes written.</returns>
    public static int Write(short value, WaveformBits bits, Span<byte> target) =>
        bits == WaveformBits.Eight ? Write(value / 256, 128, 1000, target) : Write(value, 32_768, 100_000, target);

    private static int Write(int value, int fullScale, int one, Span<byte> target)
    {
        var at = 0;
        if (value < 0)
        {
            target[at++] = (byte)'-';
        }

        // At most 32,768 × 100,000, which a signed 32-bit number does not hold.
        var digits = (int)((((uint)Math.Abs(value) * (uint)one) + ((uint)fullScale / 2)) / (uint)fullScale);
        target[at++] = (byte)('0' + (digits / one));
        digits %= one;
        if (digits > 0)
        {
            target[at++] = (byte)'.';
        }

        for (var unit = one / 10; digits > 0; unit /= 10)
        {
            target[at++] = (byte)('0' + (digits / unit));
            digits %= unit;
        }

        return at;
    }
}
