namespace LambdaHooks.Media;

/// <summary>Decimal digits of small numbers, which is what most of the time of a text file of peaks goes into.</summary>
internal static class WaveformDigits
{
    /// <summary>Writes a number as text.</summary>
    /// <param name="value">-99,999 to 99,999.</param>
    /// <param name="target">Where to; room for six bytes.</param>
    /// <returns>Bytes written.</returns>
    public static int Write(int value, Span<byte> target)
    {
        var sign = 0;
        if (value < 0)
        {
            target[sign++] = (byte)'-';
            value = -value;
        }

        var count = value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : value < 10_000 ? 4 : 5;
        Fill(value, target.Slice(sign, count));
        return sign + count;
    }

    /// <summary>Fills a span with the digits of a number, zeros in front.</summary>
    public static void Fill(int value, Span<byte> target)
    {
        unchecked
        {
            for (var i = target.Length - 1; i >= 0; i--)
            {
                var tens = (uint)value / 10;
                target[i] = (byte)('0' + (uint)value - (tens * 10));
                value = (int)tens;
            }
        }
    }
}
