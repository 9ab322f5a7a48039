using System.Runtime.InteropServices;
using CsCheck;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>Expected numbers are those that audiowaveform gives for the same samples, save where a test says otherwise.</summary>
public class Int16SamplesTests
{
    private static readonly int[] AwkwardLengths = [0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 100, 1023, 4097];

    public static TheoryData<SampleFormat> Formats => [.. Enum.GetValues<SampleFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void SamplesAreThoseFoundTheSlowWay(SampleFormat format)
    {
        foreach (var length in AwkwardLengths)
        {
            var samples = new byte[length * format.Bytes()];
            new Random(length).NextBytes(samples);

            Assert.Equal(SampleOracle.Convert(samples, format), Convert(format, samples));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void VectorsDoWhatIsDoneOneByOne(SampleFormat format) =>
        Gen.Select(Gen.Byte.Array[0, 700], Gen.Int[0, 3]).Sample((bytes, from) =>
        {
            var samples = bytes.AsSpan(Math.Min(from, bytes.Length));
            var (fast, slow) = (new short[samples.Length / format.Bytes()], new short[samples.Length / format.Bytes()]);
            _ = Int16Samples.Convert(samples, format, fast);
            SampleScalars.Convert(samples, format, slow);
            return fast.AsSpan().SequenceEqual(slow);
        }, iter: 300);

    [Theory]
    [InlineData(SampleFormat.Ieee32)]
    [InlineData(SampleFormat.Ieee64)]
    public void FloatsOfEverySizeAreConvertedAlike(SampleFormat format) =>
        Gen.OneOf(Gen.Double[-1.1, 1.1], Gen.Double, Gen.Const(double.NaN), Gen.Const(double.NegativeInfinity), Gen.Const(-0.0)).Array[0, 40].Sample(values =>
        {
            var samples = format == SampleFormat.Ieee64 ? Bytes(values) : Bytes([.. values.Select(v => (float)v)]);
            return SampleOracle.Convert(samples, format).SequenceEqual(Convert(format, samples));
        }, iter: 500);

    [Theory]
    [MemberData(nameof(Formats))]
    public void NothingIsWrittenBeyondTheSamples(SampleFormat format)
    {
        var target = new short[40];
        Array.Fill<short>(target, 12_345);

        Assert.Equal(19, Int16Samples.Convert(new byte[(19 * format.Bytes()) + format.Bytes() - 1], format, target));
        Assert.All(target[19..], s => Assert.Equal(12_345, s));
    }

    [Fact]
    public void ATargetThatIsTooShortIsRefused() =>
        Assert.Throws<ArgumentException>("target", () => Int16Samples.Convert(new byte[20], SampleFormat.Pcm16, new short[9]));

    [Fact]
    public void EightBitSamplesAreCentredAndWidened() => Assert.Equal([-32768, -256, 0, 256, 32512], Convert(SampleFormat.Pcm8, [0, 127, 128, 129, 255]));

    [Fact]
    public void TwentyFourBitSamplesLoseTheirLowBitsDownward() =>
        Assert.Equal([-1, 0, -2, -32768, 32767], Convert(SampleFormat.Pcm24, [.. new[] { -1, 255, -257, -8_388_608, 8_388_607 }.SelectMany(v => BitConverter.GetBytes(v)[..3])]));

    [Fact]
    public void ThirtyTwoBitSamplesLoseTheirLowBitsDownward() =>
        Assert.Equal([-1, 0, -2, -32768, 32767], Convert(SampleFormat.Pcm32, Bytes([-1, 65_535, -65_537, int.MinValue, int.MaxValue])));

    /// <summary>audiowaveform gives the same up to here; for 1.5, -1.5, 2.5 and ±infinity it wraps to -16386, 16386, 16381, 0 and 0.</summary>
    [Fact]
    public void FloatsAreScaledAndCutTowardZeroAndClipped()
    {
        float[] values = [1, -1, .5f, -.5f, .99999f, -.99999f, 1 / 65534f, -1 / 65534f, float.NaN, 1.5f, -1.5f, 2.5f, float.PositiveInfinity, float.NegativeInfinity];
        short[] expected = [32767, -32767, 16383, -16383, 32766, -32766, 0, 0, 0, 32767, -32767, 32767, 32767, -32767];

        Assert.Equal(expected, Convert(SampleFormat.Ieee32, Bytes(values)));
        Assert.Equal(expected, Convert(SampleFormat.Ieee64, Bytes([.. values.Select(v => (double)v)])));
    }

    /// <summary>ITU-T G.711, tables 1a, 1b, 2a and 2b: the ends of each half and of the innermost segment, at the top of 16 bits.</summary>
    [Fact]
    public void TelephonySamplesHaveThePublishedValues()
    {
        Assert.Equal([8, -8, 32_256, -32_256, 248, -248, -5504, 5504], Convert(SampleFormat.ALaw, [0xD5, 0x55, 0xAA, 0x2A, 0xDA, 0x5A, 0x00, 0x80]));
        Assert.Equal([0, 0, 32_124, -32_124, 120, -120, 8, -8], Convert(SampleFormat.MuLaw, [0xFF, 0x7F, 0x80, 0x00, 0xF0, 0x70, 0xFE, 0x7E]));
    }

    private static short[] Convert(SampleFormat format, byte[] samples)
    {
        var target = new short[samples.Length / format.Bytes()];
        Assert.Equal(target.Length, Int16Samples.Convert(samples, format, target));
        return target;
    }

    private static byte[] Bytes<T>(T[] values)
        where T : struct => MemoryMarshal.AsBytes<T>(values).ToArray();
}
