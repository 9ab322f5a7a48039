using CsCheck;
using LambdaHooks.Consolidation;
using LambdaHooks.Consolidation.Tracks;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation.Tracks;

/// <summary>Weighted medians, and which side a torn boundary takes.</summary>
public class BoundaryTests
{
    private static readonly Gen<(MediaTime Time, double Weight, double Precision)[]> Marks =
        Gen.Select(Gen.Int[-20, 20], Gen.Int[1, 4], Gen.Int[1, 4], (time, weight, precision) => (new MediaTime(time * 1000L), weight / 2.0, precision / 2.0)).Array[1, 7];

    [Fact]
    public void AMedianHasAtMostHalfOfTheWeightOnEitherSide() => Marks.Sample(marks =>
    {
        var pair = MiddlePair.Of([.. marks]);
        var half = marks.Sum(m => m.Weight) / 2;

        Assert.True(pair.Low <= pair.Leaning && pair.Leaning <= pair.High);
        Assert.True(pair.Low <= pair.Middle && pair.Middle <= pair.High);
        Assert.True(marks.Where(m => m.Time < pair.Leaning).Sum(m => m.Weight) <= half);
        Assert.True(marks.Where(m => m.Time > pair.Leaning).Sum(m => m.Weight) <= half);
        Assert.Equal(pair.Low < pair.High, marks.Where(m => m.Time <= pair.Low).Sum(m => m.Weight) == half && marks.Any(m => m.Time > pair.Low));
    }, iter: 10_000);

    [Fact]
    public void TheMedianOfMirroredMarksIsTheMirroredMedian() => Marks.Sample(marks =>
    {
        var (pair, mirrored) = (MiddlePair.Of([.. marks]), MiddlePair.Of([.. marks.Select(m => (new MediaTime(-m.Time.Microseconds), m.Weight, m.Precision))]));

        Assert.Equal((pair.Low.Microseconds, pair.High.Microseconds), (-mirrored.High.Microseconds, -mirrored.Low.Microseconds));
        Assert.InRange(pair.Leaning.Microseconds + mirrored.Leaning.Microseconds, -1, 1);
    }, iter: 10_000);

    [Fact]
    public void BetweenTwoItLeansToTheMorePreciseByTheSquares() =>
        Assert.Equal(new MediaTime(800), MiddlePair.Of([(new MediaTime(0), 1, 1), (new MediaTime(1000), 1, 2)]).Leaning);

    [Theory]
    [InlineData(false, 1.5)]
    [InlineData(true, 1)]
    public void OnAnExclusiveTrackATornStartTakesTheOuterPlace(bool isExclusive, double start) =>
        Assert.Equal(start, Starts(isExclusive, [(1, 4), (2, 4)])[0]);

    [Fact]
    public void UnlessThatRunsIntoTheNeighbour() =>
        Assert.Equal([0, 2], Starts(isExclusive: true, [(0, 1.5), (0, 1.5)], [(1, 4), (2, 4)]));

    private static double[] Starts(bool isExclusive, params (double Start, double End)[][] clusters) =>
    [
        .. FusedBoundaries.Of([.. clusters.Select(Cluster)], static _ => 1, isExclusive).Select(i => (double)i.Start.Seconds),
    ];

    private static SegmentCluster Cluster((double Start, double End)[] marks)
    {
        SegmentEvidence[] evidence = [.. marks.Select((m, w) => new SegmentEvidence($"w{w}", new Segment(Interval.Seconds((decimal)m.Start, (decimal)m.End), "A"), 1))];
        var cluster = new SegmentCluster(evidence[0]);
        Array.ForEach(evidence[1..], cluster.Join);
        return cluster;
    }
}
