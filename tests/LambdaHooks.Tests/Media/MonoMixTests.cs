using System.Runtime.InteropServices;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>Expected numbers are those that audiowaveform gives for the same samples, save where a test says otherwise.</summary>
public class MonoMixTests
{
    [Fact]
    public void EightBitSamplesAreCentredAndWidened() => Assert.Equal([-32768, -256, 0, 256, 32512], Mix(SampleFormat.Pcm8, 1, [0, 127, 128, 129, 255]));

    [Fact]
    public void SixteenBitSamplesStayAsTheyAre() =>
        Assert.Equal([0, 255, -255, -32768, 32767], Mix(SampleFormat.Pcm16, 1, Bytes<short>([0, 255, -255, -32768, 32767])));

    [Fact]
    public void TwentyFourBitSamplesLoseTheirLowBitsDownward() =>
        Assert.Equal([-1, 0, -2, -32768, 32767], Mix(SampleFormat.Pcm24, 1, [.. ThreeBytes(-1), .. ThreeBytes(255), .. ThreeBytes(-257), .. ThreeBytes(-8388608), .. ThreeBytes(8388607)]));

    [Fact]
    public void ThirtyTwoBitSamplesLoseTheirLowBitsDownward() =>
        Assert.Equal([-1, 0, -2, -32768, 32767], Mix(SampleFormat.Pcm32, 1, Bytes([-1, 1024, -65_537, int.MinValue, int.MaxValue])));

    [Fact]
    public void FloatsAreScaledAndCutTowardZero() =>
        Assert.Equal([32767, -32767, 16383, -16383, 32766, -32766, 0, 0], Mix(SampleFormat.Ieee32, 1, Bytes([1, -1, .5f, -.5f, .99999f, -.99999f, 1 / 65534f, -1 / 65534f])));

    /// <summary>audiowaveform gives -16386, 16386, 16381, 0 and 0 here: it wraps, and takes infinity for silence.</summary>
    [Fact]
    public void FloatsBeyondFullScaleAreClippedWhereAudiowaveformWraps() =>
        Assert.Equal([32767, -32767, 32767, 32767, -32767], Mix(SampleFormat.Ieee32, 1, Bytes([1.5f, -1.5f, 2.5f, float.PositiveInfinity, float.NegativeInfinity])));

    [Fact]
    public void NotANumberIsSilence() => Assert.Equal([0], Mix(SampleFormat.Ieee32, 1, Bytes([float.NaN])));

    [Fact]
    public void ChannelsAreSummedAndDividedTowardZero()
    {
        short[] stereo = [-1, 0, -3, 0, 3, 0, 1, 0, 32767, 32767, -32768, -32768, 20_000, -20_000, -20_000, 20_000, 7, 8];

        Assert.Equal([0, -1, 1, 0, 32767, -32768, 0, 0, 7], Mix(SampleFormat.Pcm16, 2, Bytes(stereo)));
        Assert.Equal([-1], Mix(SampleFormat.Pcm16, 3, Bytes<short>([-2, -2, -1])));
    }

    [Theory]
    [InlineData(short.MinValue)]
    [InlineData(short.MaxValue)]
    public void TheMostChannelsDoNotOverflowTheSum(short loudest)
    {
        var frame = new short[1024];
        Array.Fill(frame, loudest);

        Assert.Equal([loudest], Mix(SampleFormat.Pcm16, 1024, Bytes(frame)));
    }

    private static short[] Mix(SampleFormat format, int channels, byte[] frames)
    {
        var header = new WavHeader.Readable(format, channels, 8000, 0, 0, null);
        var mono = new short[frames.Length / header.BytesPerFrame];
        Assert.Equal(mono.Length, MonoMix.Convert(frames, header, mono));
        return mono;
    }

    private static byte[] Bytes<T>(T[] values)
        where T : struct => MemoryMarshal.AsBytes<T>(values).ToArray();

    private static byte[] ThreeBytes(int value) => BitConverter.GetBytes(value)[..3];
}
