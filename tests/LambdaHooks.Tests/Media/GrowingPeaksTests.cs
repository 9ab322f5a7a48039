using CsCheck;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

public class GrowingPeaksTests
{
    [Fact]
    public void HowTheSamplesArriveChangesNothing() => Gen.Select(Gen.Short.Array[0, 200], Gen.Int[1, 9], Gen.Int[1, 20]).Sample((samples, size, piece) =>
        Assert.Equal(Slow(samples, size), Peaks(size, GrowingPeaks.NoLimit, samples.Chunk(piece)).Pairs), iter: 10_000);

    [Fact]
    public void AtTheLimitPeaksBecomeCoarserButStayExact() => Gen.Select(Gen.Short.Array[0, 500], Gen.Int[1, 5], Gen.Int[1, 60], Gen.Int[1, 8]).Sample((samples, size, piece, halfLimit) =>
    {
        var (pairs, now, frames) = Peaks(size, 2 * halfLimit, samples.Chunk(piece));
        Assert.Equal(samples.Length, frames);
        Assert.True(pairs.Length / 2 <= (2 * halfLimit) + 1);
        Assert.Equal(Slow(samples, now), pairs);
    }, iter: 10_000);

    private static short[] Slow(short[] samples, int size) => [.. samples.Chunk(size).SelectMany(c => new[] { c.Min(), c.Max() })];

    private static (short[] Pairs, int SamplesPerPeak, long Frames) Peaks(int size, int most, IEnumerable<short[]> pieces)
    {
        var peaks = new GrowingPeaks(size, most);
        foreach (var piece in pieces)
        {
            peaks.Add(piece);
        }

        var frames = peaks.Frames;
        return (peaks.Finish().ToArray(), peaks.SamplesPerPeak, frames);
    }
}
