using CsCheck;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Timeline;

public class IntervalTests
{
    private static readonly Gen<Interval> Intervals = Gen.Select(Gen.Long[-1000, 1000], Gen.Long[0, 1000], (start, length) =>
        new Interval(new MediaTime(start), new MediaTime(start + length)));

    private static readonly Gen<MediaTime> Shifts = Gen.Long[-MediaTime.Limit.Microseconds, MediaTime.Limit.Microseconds].Select(static t => new MediaTime(t));

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
    public void OverlapHullGapAndRatioAreSymmetric() => Gen.Select(Intervals, Intervals).Sample((a, b) =>
    {
        Assert.Equal(a.Overlap(b), b.Overlap(a));
        Assert.Equal(a.Hull(b), b.Hull(a));
        Assert.Equal(a.Gap(b), b.Gap(a));
        Assert.Equal(a.OverlapRatio(b), b.OverlapRatio(a));
    }, iter: 10_000);

    [Fact]
    public void OverlapAndHullAreAssociativeAndIdempotent() => Gen.Select(Intervals, Intervals, Intervals).Sample((a, b, c) =>
    {
        Assert.Equal(a.Overlap(b).Overlap(c), a.Overlap(b.Overlap(c)));
        Assert.Equal(a.Hull(b).Hull(c), a.Hull(b.Hull(c)));
        Assert.Equal(a, a.Overlap(a));
        Assert.Equal(a, a.Hull(a));
    }, iter: 10_000);

    [Fact]
    public void OnlyIntervalsWithoutOverlapHaveAGap() => Gen.Select(Intervals, Intervals).Sample((a, b) =>
    {
        Assert.True(a.Overlap(b).IsEmpty || a.Gap(b) == MediaTime.Zero);
        Assert.True(a.Hull(b).Start <= a.Start && a.Hull(b).End >= a.End);
    }, iter: 10_000);

    [Fact]
    public void EverythingMovesWithItsIntervals() => Gen.Select(Intervals, Intervals, Shifts).Sample((a, b, by) =>
    {
        Assert.Equal(a.Overlap(b).Shift(by), a.Shift(by).Overlap(b.Shift(by)));
        Assert.Equal(a.Hull(b).Shift(by), a.Shift(by).Hull(b.Shift(by)));
        Assert.Equal(a.ClampTo(b).Shift(by), a.Shift(by).ClampTo(b.Shift(by)));
        Assert.Equal(a.Gap(b), a.Shift(by).Gap(b.Shift(by)));
        Assert.Equal(a.OverlapRatio(b), a.Shift(by).OverlapRatio(b.Shift(by)));
        Assert.Equal(a.CompareTo(b), a.Shift(by).CompareTo(b.Shift(by)));
    }, iter: 10_000);

    [Fact]
    public void WhatOverlapRatioLacksOfOneIsADistance() => Gen.Select(Intervals, Intervals, Intervals).Sample((a, b, c) =>
    {
        Assert.True(Distance(a, c) <= Distance(a, b) + Distance(b, c) + 1e-12);
        Assert.Equal(a == b, Distance(a, b) == 0);
    }, iter: 10_000);

    [Fact]
    public void OverlapLiesInsideBoth() => Gen.Select(Intervals, Intervals).Sample((a, b) =>
    {
        var overlap = a.Overlap(b);
        Assert.True(overlap.IsEmpty || (overlap.Start >= a.Start && overlap.End <= a.End && overlap.Start >= b.Start && overlap.End <= b.End));
    }, iter: 10_000);

    [Fact]
    public void LengthsAddUpToHullPlusOverlapMinusGap() => Gen.Select(Intervals, Intervals).Sample((a, b) =>
        Assert.Equal(a.Hull(b).Length + a.Overlap(b).Length - a.Gap(b), a.Length + b.Length), iter: 10_000);

    [Fact]
    public void OverlapRatioLiesBetweenZeroAndOneAndIsOneOfEquals() => Gen.Select(Intervals, Intervals).Sample((a, b) =>
    {
        Assert.InRange(a.OverlapRatio(b), 0, 1);
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

    private static double Distance(Interval a, Interval b) => 1 - a.OverlapRatio(b);
}
