namespace LambdaHooks.Media;

/// <summary>A value as a decimal fraction of full scale, rounded half away from zero, without zeros at its end.</summary>
internal static class WavesurferNumber
{
    /// <summary>Most bytes of a number: <c>-0.00003</c>.</summary>
    public const int Longest = 8;

    /// <summary>Writes a value divided by 32,768 with at most five decimals, or its upper eight bits divided by 128 with at most three.</summary>
    /// <returns>Bytes written.</returns>
    public static int Write(short value, WaveformBits bits, Span<byte> target) =>
        bits == WaveformBits.Eight ? Write(value / 256, 7, 3, 1000, target) : Write(value, 15, 5, 100_000, target);

    private static int Write(int value, int fullScaleBits, int decimals, int one, Span<byte> target)
    {
        var at = 0;
        if (value < 0)
        {
            target[at++] = (byte)'-';
        }

        // At most 32,768 × 100,000, which a signed 32-bit number does not hold.
        var rounded = (int)(unchecked(((uint)Math.Abs(value) * (uint)one) + (1u << (fullScaleBits - 1))) >> fullScaleBits);
        if (rounded == 0 || rounded == one)
        {
            target[at++] = (byte)(rounded == 0 ? '0' : '1');
            return at;
        }

        target[at++] = (byte)'0';
        target[at++] = (byte)'.';
        WaveformDigits.Fill(rounded, target.Slice(at, decimals));
        at += decimals;
        while (target[at - 1] == '0')
        {
            at--;
        }

        return at;
    }
}
