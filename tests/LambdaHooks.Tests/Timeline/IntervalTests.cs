using CsCheck;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Timeline;

public class IntervalTests
{
    private static readonly Gen<Interval> Intervals = Gen.Select(Gen.Long[-1000, 1000], Gen.Long[0, 1000], (start, length) =>
        new Interval(new MediaTime(start), new MediaTime(start + length)));

    [Fact]
    public void TouchingIntervalsDoNotOverlapAndHaveNoGap()
    {
        var (a, b) = (Interval.Seconds(0, 1), Interval.Seconds(1, 2));

        Assert.True(a.Overlap(b).IsEmpty);
        Assert.Equal(MediaTime.Zero, a.Gap(b));
    }

    [Fact]
    public void AnEndBeforeItsStartIsRefused() => Assert.Throws<ArgumentException>(() => Interval.Seconds(2, 1));

    [Fact]
    public void OverlapIsSharedAndInsideBoth() => Gen.Select(Intervals, Intervals).Sample((a, b) =>
    {
        var overlap = a.Overlap(b);
        Assert.Equal(b.Overlap(a).Length, overlap.Length);
        Assert.True(overlap.IsEmpty || (overlap.Start >= a.Start && overlap.End <= a.End && overlap.Start >= b.Start && overlap.End <= b.End));
    }, iter: 10_000);

    [Fact]
    public void LengthsAddUpToHullPlusOverlapMinusGap() => Gen.Select(Intervals, Intervals).Sample((a, b) =>
        Assert.Equal(a.Hull(b).Length + a.Overlap(b).Length - a.Gap(b), a.Length + b.Length), iter: 10_000);

    [Fact]
    public void OverlapRatioIsSymmetricBetweenZeroAndOneAndUnmovedByShifts() => Gen.Select(Intervals, Intervals, Gen.Long[-500, 500]).Sample((a, b, by) =>
    {
        var ratio = a.OverlapRatio(b);
        Assert.InRange(ratio, 0, 1);
        Assert.Equal(ratio, b.OverlapRatio(a));
        Assert.Equal(ratio, a.Shift(new MediaTime(by)).OverlapRatio(b.Shift(new MediaTime(by))));
        Assert.Equal(1, a.OverlapRatio(a));
    }, iter: 10_000);

    [Fact]
    public void ClampingStaysInsideAndIsIdempotent() => Gen.Select(Intervals, Intervals).Sample((a, bounds) =>
    {
        var clamped = a.ClampTo(bounds);
        Assert.True(clamped.Start >= bounds.Start && clamped.End <= bounds.End);
        Assert.Equal(clamped, clamped.ClampTo(bounds));
        Assert.Equal(a.Overlap(bounds).Length, clamped.Length);
    }, iter: 10_000);
}
