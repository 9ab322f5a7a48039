using CsCheck;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class MinMaxTests
{
    [Fact]
    public void VectorsFindWhatLookingAtEachSampleFinds() => Gen.Short.Array[0, 200].Sample(samples =>
        Assert.Equal(MinMax.OfScalar(samples), MinMax.Of(samples)), iter: 20_000);

    /// <summary>One extreme at every place of every length, so that no lane and no remainder is left out.</summary>
    [Fact]
    public void NoPlaceIsOverlooked()
    {
        for (var length = 1; length <= 100; length++)
        {
            for (var at = 0; at < length; at++)
            {
                var samples = new short[length];
                Array.Fill(samples, (short)7);
                samples[at] = short.MinValue;
                Assert.Equal(short.MinValue, MinMax.Of(samples).Low);
                samples[at] = short.MaxValue;
                Assert.Equal(short.MaxValue, MinMax.Of(samples).High);
            }
        }
    }

    [Fact]
    public void StretchesAreLookedAtOneByOne() => Gen.Select(Gen.Short.Array[0, 300], Gen.Int[1, 70], Gen.Int[1, 3]).Sample((samples, size, rows) =>
    {
        var whole = samples.Length / size;
        var pairs = new short[whole * 2 * rows];
        MinMax.OfEach(samples.AsSpan(0, whole * size), size, pairs, 2 * rows);
        Assert.Equal(samples.Chunk(size).Take(whole).Select(c => (c.Min(), c.Max())), pairs.Chunk(2 * rows).Select(p => (p[0], p[1])));
    }, iter: 10_000);

    [Fact]
    public void NoSamplesGiveNothing() => Assert.Equal((short.MaxValue, short.MinValue), MinMax.Of([]));
}
