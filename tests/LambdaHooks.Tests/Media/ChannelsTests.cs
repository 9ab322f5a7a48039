using CsCheck;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class ChannelsTests
{
    private static readonly int[] AwkwardLengths = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33, 1001];

    public static TheoryData<int> Counts => [1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 1024];

    [Theory]
    [MemberData(nameof(Counts))]
    public void FramesAreMixedAsIsDoneTheSlowWay(int channels)
    {
        foreach (var frames in AwkwardLengths)
        {
            var interleaved = Noise(frames * channels);

            Assert.Equal(SampleOracle.Mix(interleaved, channels), Mix(interleaved, channels));
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void EveryChannelIsPicked(int channels)
    {
        foreach (var frames in AwkwardLengths)
        {
            var interleaved = Noise(frames * channels);
            foreach (var channel in new[] { 0, channels / 2, channels - 1 })
            {
                var one = new short[frames];
                Assert.Equal(frames, Channels.Pick(interleaved, channels, channel, one));
                Assert.Equal(SampleOracle.Pick(interleaved, channels, channel), one);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void VectorsDoWhatIsDoneOneByOne(int channels) => Gen.Short.Array[0, 900].Sample(interleaved =>
    {
        var slow = new short[interleaved.Length / channels];
        ChannelScalars.Mix(interleaved, channels, slow);
        return Mix(interleaved, channels).AsSpan().SequenceEqual(slow);
    }, iter: 200);

    /// <summary>Sums near a multiple of the channels are where a division in floating point could slip.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void QuotientsNextToAWholeNumberAreCut(int channels)
    {
        foreach (var level in new short[] { -32_768, -32_767, -16_385, -2, -1, 0, 1, 2, 16_385, 32_766, 32_767 })
        {
            foreach (var off in new short[] { -1, 1 })
            {
                short[] frame = [.. Enumerable.Repeat(level, channels - 1), (short)Math.Clamp(level + off, short.MinValue, short.MaxValue)];
                short[] frames = [.. Enumerable.Repeat(frame, 13).SelectMany(f => f)];

                Assert.Equal(SampleOracle.Mix(frames, channels), Mix(frames, channels));
            }
        }
    }

    /// <summary>Numbers that audiowaveform gives.</summary>
    [Fact]
    public void ChannelsAreSummedAndDividedTowardZero()
    {
        short[] stereo = [-1, 0, -3, 0, 3, 0, 1, 0, 32767, 32767, -32768, -32768, 20_000, -20_000, -20_000, 20_000, 7, 8];

        Assert.Equal([0, -1, 1, 0, 32767, -32768, 0, 0, 7], Mix(stereo, 2));
        Assert.Equal([-1], Mix([-2, -2, -1], 3));
    }

    [Theory]
    [InlineData(short.MinValue, 8)]
    [InlineData(short.MaxValue, 8)]
    [InlineData(short.MinValue, 1024)]
    [InlineData(short.MaxValue, 1024)]
    [InlineData(short.MinValue, 65_535)]
    public void TheLoudestFramesDoNotOverflowTheSum(short loudest, int channels)
    {
        var frames = new short[9 * channels];
        Array.Fill(frames, loudest);

        Assert.Equal(Enumerable.Repeat(loudest, 9), Mix(frames, channels));
    }

    [Fact]
    public void APartOfAFrameAtTheEndIsLeftAlone() => Assert.Equal([2, 5], Mix([1, 2, 3, 4, 5, 6, 7, 8], 3));

    [Fact]
    public void NothingIsWrittenBeyondTheFrames()
    {
        foreach (var channels in Counts)
        {
            var mono = new short[40];
            Array.Fill<short>(mono, 12_345);
            Assert.Equal(21, Channels.Mix(new short[21 * channels.Data], channels.Data, mono));
            Assert.All(mono[21..], s => Assert.Equal(12_345, s));
        }
    }

    [Fact]
    public void ATargetThatIsTooShortAndAChannelThatIsNotThereAreRefused()
    {
        Assert.Throws<ArgumentException>(() => Channels.Mix(new short[8], 2, new short[3]));
        Assert.Throws<ArgumentException>(() => Channels.Pick(new short[8], 2, 0, new short[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Channels.Pick(new short[8], 2, 2, new short[4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Channels.Pick(new short[8], 2, -1, new short[4]));
    }

    private static short[] Noise(int length)
    {
        var random = new Random(length);
        return [.. Enumerable.Range(0, length).Select(_ => (short)random.Next(short.MinValue, short.MaxValue + 1))];
    }

    private static short[] Mix(short[] interleaved, int channels)
    {
        var mono = new short[interleaved.Length / channels];
        Assert.Equal(mono.Length, Channels.Mix(interleaved, channels, mono));
        return mono;
    }
}
