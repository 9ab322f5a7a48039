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

    [Fact]
    public void PeaksThatBecameCoarserAreNotHandedOnAsFineOnes()
    {
        var rows = GrowingRows.Alike(2, 1, 4);
        rows.Add(0, [1, 2, 3, 4]);
        rows.Add(1, [1, 2, 3, 4]);
        Assert.Equal(16, rows.FinishAt(1).Length);

        rows.Add(0, [5]);
        rows.Add(1, [5]);

        Assert.StartsWith("scale: 1 frames a peak are more peaks of 5 frames", Assert.Throws<PeakOptionsException>(() => rows.FinishAt(1)).Message, StringComparison.Ordinal);
    }

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
