using CsCheck;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class PeakBucketsTests
{
    [Fact]
    public void BucketsGiveWhatAudiowaveformGives() =>
        Assert.Equal([-255, 256, -32768, 32767, -7, 5], Peaks(4, [0, 255, -255, 256, -256, -32768, 32767, -257, 5, -7]));

    [Fact]
    public void MixedStereoGivesWhatAudiowaveformGives() =>
        Assert.Equal([-1, 0, 0, 1, -32768, 32767, 0, 0, 7, 7], Peaks(2, [0, -1, 1, 0, 32767, -32768, 0, 0, 7]));

    [Fact]
    public void SilenceIsNotMixedIntoABucketThatHasNone() => Assert.Equal([3, 9, -9, -3], Peaks(2, [9, 3, -3, -9]));

    [Fact]
    public void NoSamplesGiveNoPeaks() => Assert.Empty(Peaks(4, []));

    [Fact]
    public void HowTheSamplesArriveChangesNothing() => Gen.Select(Gen.Short.Array[0, 60], Gen.Int[1, 9], Gen.Int[1, 20]).Sample((samples, size, piece) =>
    {
        var expected = samples.Chunk(size).SelectMany(c => new[] { c.Min(), c.Max() });
        Assert.Equal(expected, Peaks(size, samples));
        Assert.Equal(expected, Peaks(size, [.. samples.Chunk(piece)]));
    }, iter: 10_000);

    private static short[] Peaks(int size, params short[][] pieces)
    {
        var buckets = new PeakBuckets(1, i => (i + 1L) * size);
        foreach (var piece in pieces)
        {
            buckets.Add(piece);
        }

        return buckets.Finish();
    }
}
