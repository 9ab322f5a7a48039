namespace LambdaHooks.Media;

/// <summary>Companded 8-bit samples of telephony to 16 bits.</summary>
/// <remarks>
/// Source: ITU-T G.711 (11/88), tables 1a to 2b: a sign, three bits that say which segment and four that say where in it; the value
/// is the middle of the step. A-law's 13 bits and µ-law's 14 bits are moved to the top of the 16.
/// </remarks>
internal static class G711
{
    /// <summary>One A-law sample: ±8 to ±32,256.</summary>
    public static short ALaw(byte code)
    {
        // Even bits are inverted on the line.
        var bits = code ^ 0x55;
        var (segment, step) = ((bits >> 4) & 7, bits & 15);
        var size = segment == 0 ? (step << 4) + 8 : ((step << 4) + 0x108) << (segment - 1);
        return (short)(bits >= 0x80 ? size : -size);
    }

    /// <summary>One µ-law sample: 0 to ±32,124.</summary>
    public static short MuLaw(byte code)
    {
        // All bits are inverted on the line.
        var bits = code ^ 0xFF;
        var (segment, step) = ((bits >> 4) & 7, bits & 15);
        var size = (((step << 3) + 0x84) << segment) - 0x84;
        return (short)(bits >= 0x80 ? -size : size);
    }
}
