using LambdaHooks.Media;
using LambdaHooks.Tests.Media;

namespace LambdaHooks.Cli.Tests.Peaks;

/// <summary>Sound that swells and fades, stored in any way; beyond full scale at its loudest where that can be stored.</summary>
internal sealed class StoredSound(SampleFormat format, int channels, int frames)
{
    private readonly byte[] bytes = BytesOf(format, channels * frames);

    public byte[] ToWav() => Wav.Of(bytes, TagOf(format), channels, 8 * format.Bytes());

    /// <summary>What audiowaveform takes it for.</summary>
    /// <param name="split">Every channel a row, or all of them one.</param>
    public short[][] Rows(bool split)
    {
        var samples = SampleOracle.Convert(bytes, format);
        return split ? [.. Enumerable.Range(0, channels).Select(c => SampleOracle.Pick(samples, channels, c))] : [SampleOracle.Mix(samples, channels)];
    }

    private static byte[] BytesOf(SampleFormat format, int samples)
    {
        var random = new Random(samples + (int)format);
        return [.. Enumerable.Range(0, samples).SelectMany(i => Stored(format, 1.1 * Math.Sin(i / 900.0) * ((2 * random.NextDouble()) - 1)))];
    }

    private static byte[] Stored(SampleFormat format, double value)
    {
        var whole = Math.Clamp(value, -1, 1);
        return format switch
        {
            SampleFormat.Pcm8 => [(byte)(127.5 + (127.5 * whole))],
            SampleFormat.Pcm16 => BitConverter.GetBytes((short)(32_767.5 * whole)),
            SampleFormat.Pcm24 => BitConverter.GetBytes((int)(8_388_607.5 * whole))[..3],
            SampleFormat.Pcm32 => BitConverter.GetBytes((int)(2_147_483_647.5 * whole)),
            SampleFormat.Ieee32 => BitConverter.GetBytes((float)value),
            SampleFormat.Ieee64 => BitConverter.GetBytes(value),
            _ => [(byte)((int)(127.5 * Math.Abs(whole)) + (value < 0 ? 0 : 128))],
        };
    }

    private static int TagOf(SampleFormat format) => format switch
    {
        SampleFormat.Ieee32 or SampleFormat.Ieee64 => 3,
        SampleFormat.ALaw => 6,
        SampleFormat.MuLaw => 7,
        _ => 1,
    };
}
