using CsCheck;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Timeline;

/// <summary>The laws of sets, on sets of instants made of intervals that overlap, touch, repeat and are empty.</summary>
public class IntervalSetLawTests
{
    private const int Grid = 32;
    private const int Cases = 10_000;

    private static readonly Interval Bounds = new(MediaTime.Zero, new MediaTime(Grid));

    private static readonly Gen<Interval> Intervals = Gen.Select(Gen.Int[0, Grid], Gen.Int[0, Grid], static (a, b) =>
        new Interval(new MediaTime(Math.Min(a, b)), new MediaTime(Math.Max(a, b))));

    // Short ones as well, since many long ones soon cover everything.
    private static readonly Gen<Interval> ShortIntervals = Gen.Select(Gen.Int[0, Grid - 4], Gen.Int[0, 4], static (start, length) =>
        new Interval(new MediaTime(start), new MediaTime(start + length)));

    private static readonly Gen<Interval[]> Lists = Gen.OneOf(Intervals.Array[0, 3], ShortIntervals.Array[0, 10]);

    private static readonly Gen<IntervalSet> Sets = Lists.Select(static l => IntervalSet.Of(l));

    private static readonly Gen<MediaTime> Shifts = Gen.Long[-MediaTime.Limit.Microseconds, MediaTime.Limit.Microseconds].Select(static t => new MediaTime(t));

    [Fact]
    public void ASetIsSortedDisjointAndNeverTouchesItself() => Lists.Sample(list =>
    {
        var intervals = IntervalSet.Of(list).Intervals;
        Assert.All(intervals, i => Assert.False(i.IsEmpty));
        Assert.All(intervals.Skip(1), (next, i) => Assert.True(next.Start > intervals[i].End));
    }, iter: Cases);

    [Fact]
    public void TheOrderOfIntervalsChangesNothing() => Gen.Select(Lists, Gen.Int).Sample((list, seed) =>
    {
        Interval[] shuffled = [.. list];
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(IntervalSet.Of(list), IntervalSet.Of(shuffled));
        Assert.Equal(IntervalSet.Of(list).GetHashCode(), IntervalSet.Of(shuffled).GetHashCode());
    }, iter: Cases);

    [Fact]
    public void ASetOfItsOwnIntervalsIsTheSame() => Sets.Sample(a => Assert.Equal(a, IntervalSet.Of(a.Intervals)), iter: Cases);

    [Fact]
    public void OperationsAgreeWithSetsOfInstants() => Gen.Select(Lists, Lists).Sample((a, b) =>
    {
        var (left, right, leftInstants, rightInstants) = (IntervalSet.Of(a), IntervalSet.Of(b), Instants(a), Instants(b));
        Assert.Equal(leftInstants, Instants(left.Intervals));
        Assert.Equal(leftInstants.Union(rightInstants).Order(), Instants(left.Union(right).Intervals));
        Assert.Equal(leftInstants.Intersect(rightInstants).Order(), Instants(left.Intersect(right).Intervals));
        Assert.Equal(leftInstants.Except(rightInstants).Order(), Instants(left.Subtract(right).Intervals));
        Assert.Equal(leftInstants.Length, left.Length.Microseconds);
    }, iter: Cases);

    [Fact]
    public void WithinAnIntervalSetsAgreeWithSetsOfInstants() => Gen.Select(Lists, Intervals, Gen.Long[-2, Grid + 2]).Sample((list, within, instant) =>
    {
        var (set, instants) = (IntervalSet.Of(list), Instants(list));
        Assert.Equal(Instants([within]).Except(instants), Instants(set.Gaps(within).Intervals));
        Assert.Equal(Instants([within]).Intersect(instants), Instants(set.ClampTo(within).Intervals));
        Assert.Equal(Instants([within]).All(instants.Contains), set.Covers(within));
        Assert.Equal(instants.Contains(instant), set.Contains(new MediaTime(instant)));
    }, iter: Cases);

    [Fact]
    public void EveryResultIsWrittenInOneWay() => Gen.Select(Sets, Sets, Intervals, Gen.Long[0, 5]).Sample((a, b, within, collar) =>
        Assert.All([a.Union(b), a.Intersect(b), a.Subtract(b), a.Gaps(within), a.ClampTo(within), a.Support(new MediaTime(collar))], s => Assert.Equal(IntervalSet.Of(s.Intervals), s)), iter: Cases);

    [Fact]
    public void UnionAndIntersectionAreCommutative() => Gen.Select(Sets, Sets).Sample((a, b) =>
    {
        Assert.Equal(a.Union(b), b.Union(a));
        Assert.Equal(a.Intersect(b), b.Intersect(a));
    }, iter: Cases);

    [Fact]
    public void UnionAndIntersectionAreAssociative() => Gen.Select(Sets, Sets, Sets).Sample((a, b, c) =>
    {
        Assert.Equal(a.Union(b).Union(c), a.Union(b.Union(c)));
        Assert.Equal(a.Intersect(b).Intersect(c), a.Intersect(b.Intersect(c)));
    }, iter: Cases);

    [Fact]
    public void UnionAndIntersectionAreIdempotentAndAbsorb() => Gen.Select(Sets, Sets).Sample((a, b) =>
    {
        Assert.Equal(a, a.Union(a));
        Assert.Equal(a, a.Intersect(a));
        Assert.Equal(a, a.Union(a.Intersect(b)));
        Assert.Equal(a, a.Intersect(a.Union(b)));
        Assert.Equal(a, a.Union(IntervalSet.Empty));
        Assert.Equal(IntervalSet.Empty, a.Subtract(a));
    }, iter: Cases);

    [Fact]
    public void EachOfUnionAndIntersectionDistributesOverTheOther() => Gen.Select(Sets, Sets, Sets).Sample((a, b, c) =>
    {
        Assert.Equal(a.Intersect(b.Union(c)), a.Intersect(b).Union(a.Intersect(c)));
        Assert.Equal(a.Union(b.Intersect(c)), a.Union(b).Intersect(a.Union(c)));
    }, iter: Cases);

    [Fact]
    public void DeMorgansLawsHoldWithinBounds() => Gen.Select(Sets, Sets, Intervals).Sample((a, b, within) =>
    {
        Assert.Equal(a.Union(b).Gaps(within), a.Gaps(within).Intersect(b.Gaps(within)));
        Assert.Equal(a.Intersect(b).Gaps(within), a.Gaps(within).Union(b.Gaps(within)));
        Assert.Equal(a, a.Gaps(Bounds).Gaps(Bounds));
        Assert.Equal(a.Subtract(b), a.Intersect(b.Gaps(Bounds)));
    }, iter: Cases);

    [Fact]
    public void LengthsAddUp() => Gen.Select(Sets, Sets, Intervals).Sample((a, b, within) =>
    {
        Assert.Equal(a.Length + b.Length, a.Union(b).Length + a.Intersect(b).Length);
        Assert.Equal(a.Length, a.Subtract(b).Length + a.Intersect(b).Length);
        Assert.Equal(within.Length, a.Gaps(within).Length + a.ClampTo(within).Length);
    }, iter: Cases);

    [Fact]
    public void AllOperationsMoveWithTheirSets() => Gen.Select(Sets, Sets, Intervals, Shifts).Sample((a, b, within, by) =>
    {
        Assert.Equal(a.Union(b).Shift(by), a.Shift(by).Union(b.Shift(by)));
        Assert.Equal(a.Intersect(b).Shift(by), a.Shift(by).Intersect(b.Shift(by)));
        Assert.Equal(a.Subtract(b).Shift(by), a.Shift(by).Subtract(b.Shift(by)));
        Assert.Equal(a.Gaps(within).Shift(by), a.Shift(by).Gaps(within.Shift(by)));
        Assert.Equal(a.Covers(within), a.Shift(by).Covers(within.Shift(by)));
        Assert.Equal(a.Contains(within.Start), a.Shift(by).Contains(within.Start + by));
        Assert.Equal(a.Length, a.Shift(by).Length);
    }, iter: Cases);

    [Fact]
    public void ASupportFillsExactlyTheGapsShorterThanItsCollar() => Gen.Select(Sets, Gen.Long[0, 6]).Sample((a, collar) =>
    {
        var support = a.Support(new MediaTime(collar));
        var hull = a.IsEmpty ? default : a.Intervals[0].Hull(a.Intervals[^1]);
        Assert.Equal(a.Gaps(hull).Intervals.Where(g => g.Length.Microseconds < collar), support.Subtract(a).Intervals);
        Assert.True(a.Subtract(support).IsEmpty);
        Assert.Equal(support, support.Support(new MediaTime(collar)));
        Assert.Equal(a, a.Support(MediaTime.Zero));
    }, iter: Cases);

    [Fact]
    public void AnIntervalIsCoveredExactlyWhereItLeavesNoGap() => Gen.Select(Sets, Intervals).Sample((a, interval) =>
    {
        Assert.Equal(a.Gaps(interval).IsEmpty, a.Covers(interval));
        Assert.Equal(a.Union(IntervalSet.Of(interval)).Equals(a), a.Covers(interval));
    }, iter: Cases);

    [Fact]
    public void OfTwoIntervalsSetsSayWhatIntervalsSay() => Gen.Select(Intervals, Intervals).Sample((a, b) =>
    {
        var (left, right) = (IntervalSet.Of(a), IntervalSet.Of(b));
        Assert.Equal(a.Overlap(b).Length, left.Intersect(right).Length);
        Assert.Equal(IntervalSet.Of(a.ClampTo(b)), left.ClampTo(b));
        Assert.Equal(a.IsEmpty || b.IsEmpty ? MediaTime.Zero : a.Gap(b), left.Union(right).Gaps(a.Hull(b)).ClampTo(Between(a, b)).Length);
        Assert.Equal(IntervalSet.Of(a, b), left.Union(right));
    }, iter: Cases);

    [Fact]
    public void ANegativeCollarIsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => IntervalSet.Empty.Support(new MediaTime(-1)));

    [Fact]
    public void ASetIsWrittenInSeconds()
    {
        Assert.Equal("[0, 1.5) ∪ [2, 3)", IntervalSet.Of(Interval.Seconds(2, 3), Interval.Seconds(0.5m, 1.5m), Interval.Seconds(0, 1)).ToString());
        Assert.Equal("∅", IntervalSet.Of(Interval.Seconds(1, 1)).ToString());
    }

    private static Interval Between(Interval a, Interval b) =>
        a.IsEmpty || b.IsEmpty ? default : new(MediaTime.Min(MediaTime.Min(a.End, b.End), MediaTime.Max(a.Start, b.Start)), MediaTime.Max(a.Start, b.Start));

    private static long[] Instants(IEnumerable<Interval> intervals) =>
        [.. intervals.SelectMany(i => Enumerable.Range((int)i.Start.Microseconds, (int)i.Length.Microseconds)).Distinct().Order().Select(i => (long)i)];
}
