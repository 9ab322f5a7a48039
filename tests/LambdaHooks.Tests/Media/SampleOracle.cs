using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>Stored samples to 16 bits the slow way, in decimal and floating arithmetic, without a shift.</summary>
internal static class SampleOracle
{
    /// <summary>Every whole sample.</summary>
    public static short[] Convert(byte[] samples, SampleFormat format) =>
        [.. samples.Chunk(format.Bytes()).Where(s => s.Length == format.Bytes()).Select(s => Sample(s, format))];

    /// <summary>The mean of every whole frame, cut toward zero.</summary>
    public static short[] Mix(short[] interleaved, int channels) =>
        [.. interleaved.Chunk(channels).Where(f => f.Length == channels).Select(f => (short)decimal.Truncate(f.Sum(s => (decimal)s) / channels))];

    /// <summary>One channel of every whole frame.</summary>
    public static short[] Pick(short[] interleaved, int channels, int channel) =>
        [.. interleaved.Chunk(channels).Where(f => f.Length == channels).Select(f => f[channel])];

    private static short Sample(byte[] b, SampleFormat format) => (short)(format switch
    {
        SampleFormat.Pcm8 => (b[0] - 128.0) * 256,
        SampleFormat.Pcm16 => Signed(b[0] + (b[1] * 256.0), 65_536),
        SampleFormat.Pcm24 => Math.Floor(Signed(b[0] + (b[1] * 256.0) + (b[2] * 65_536.0), 16_777_216) / 256),
        SampleFormat.Pcm32 => Math.Floor(Signed(b[0] + (b[1] * 256.0) + (b[2] * 65_536.0) + (b[3] * 16_777_216.0), 4_294_967_296) / 65_536),
        SampleFormat.Ieee32 => FullScale(BitConverter.ToSingle(b)),
        SampleFormat.Ieee64 => FullScale((float)BitConverter.ToDouble(b)),
        SampleFormat.ALaw => ALaw(b[0]),
        _ => MuLaw(b[0]),
    });

    private static double Signed(double value, double range) => value >= range / 2 ? value - range : value;

    private static double FullScale(float value) =>
        float.IsNaN(value) ? 0 : value >= 1 ? 32_767 : value <= -1 ? -32_767 : Math.Truncate(value * 32_767f);

    /// <summary>As the tables of G.711 count, in steps of a 13-bit scale.</summary>
    private static double ALaw(int code)
    {
        var line = Inverted(code, 0b0101_0101);
        var (segment, step) = (line % 128 / 16, line % 16);
        var value = segment == 0 ? (2 * step) + 1 : ((2 * step) + 33) * Math.Pow(2, segment - 1);
        return 8 * (line >= 128 ? value : -value);
    }

    /// <summary>As the tables of G.711 count, in steps of a 14-bit scale.</summary>
    private static double MuLaw(int code)
    {
        var line = Inverted(code, 0b1111_1111);
        var (segment, step) = (line % 128 / 16, line % 16);
        var value = (((2 * step) + 33) * Math.Pow(2, segment)) - 33;
        return 4 * (line >= 128 ? -value : value);
    }

    private static int Inverted(int code, int bits) => code ^ bits;
}
