using LambdaHooks.Consolidation;
using LambdaHooks.Consolidation.Tracks;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation.Tracks;

public class PartitionDetectionTests
{
    private static readonly WorkerTrack Parted = PartitionMaker.Cut("parts", 0, 10, 25, 60);
    private static readonly WorkerTrack Gaps = Track("gaps", (0, 10), (12, 20), (30, 40));
    private static readonly WorkerTrack Overlaps = Track("overlaps", (0, 10), (5, 20), (15, 40));
    private static readonly WorkerTrack One = Track("one", (0, 60));

    [Fact]
    public void OneWorkersPartitionIsEnough() => Assert.True(PartitionDetection.IsPartition([Parted]));

    [Fact]
    public void GapsAndOverlapsAreNoPartition()
    {
        Assert.False(PartitionDetection.IsPartition([Gaps]));
        Assert.False(PartitionDetection.IsPartition([Overlaps]));
        Assert.False(PartitionDetection.IsPartition([Track("same", (0, 10), (0, 10), (0, 10))]));
        Assert.False(PartitionDetection.IsPartition([Track("nested", (0, 30), (5, 10), (10, 15))]));
    }

    [Fact]
    public void NothingToTellByIsNoPartition()
    {
        Assert.False(PartitionDetection.IsPartition([]));
        Assert.False(PartitionDetection.IsPartition([new WorkerTrack("empty", []), One, Track("instants", (1, 1), (1, 1))]));
    }

    [Fact]
    public void SingleSegmentsSayNeitherYesNorNo() => Assert.True(PartitionDetection.IsPartition([One, One with { Worker = "two" }, Parted]));

    [Theory]
    [InlineData(0.05, true)]
    [InlineData(-0.05, true)]
    [InlineData(0.051, false)]
    [InlineData(-0.051, false)]
    public void AHandMayMissBy50Milliseconds(double gap, bool partition) =>
        Assert.Equal(partition, PartitionDetection.IsPartition([Track("w", (0, 10), (10 + (decimal)gap, 20))]));

    [Fact]
    public void OneCarelessWorkerOfThreeChangesNothing() => Assert.True(PartitionDetection.IsPartition([Gaps, Parted, Parted with { Worker = "too" }]));

    [Fact]
    public void OfTwoWorkersBothMustPart() => Assert.False(PartitionDetection.IsPartition([Gaps, Parted]));

    [Fact]
    public void OneSlipInTenNeighboursIsForgiven()
    {
        var slip = Track("slip", (60, 70), (71, 80));
        var ten = PartitionMaker.Cut("slip", [.. Enumerable.Range(0, 11).Select(i => i * 1_000_000L)]);
        var nine = PartitionMaker.Cut("slip", [.. Enumerable.Range(0, 10).Select(i => i * 1_000_000L)]);

        Assert.True(PartitionDetection.IsPartition([slip, ten]));
        Assert.False(PartitionDetection.IsPartition([slip, nine]));
    }

    [Fact]
    public void OrderOfTracksChangesNothing()
    {
        WorkerTrack[] tracks = [Gaps, Parted, One, Parted with { Worker = "too" }, Overlaps];

        Assert.Equal(PartitionDetection.IsPartition(tracks), PartitionDetection.IsPartition(tracks.Reverse()));
    }

    private static WorkerTrack Track(string worker, params (decimal Start, decimal End)[] segments) =>
        new(worker, [.. segments.Select(s => new Segment(Interval.Seconds(s.Start, s.End), "A"))]);
}
