using LambdaHooks.Consolidation;
using LambdaHooks.Consolidation.Tracks;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation.Tracks;

public class PartitionFusionTests
{
    [Fact]
    public void HalfOfFourAreEnoughForABoundary() => Assert.Equal([0, 30, 60, 100, 120], Cuts(
        PartitionMaker.Cut("a", 0, 30, 60, 100, 120),
        PartitionMaker.Cut("b", 0, 30, 60, 100, 120),
        PartitionMaker.Cut("c", 0, 60, 120),
        PartitionMaker.Cut("d", 0, 60, 120)));

    [Fact]
    public void OneOfFiveIsNotEnoughWhereTheOthersAgree() => Assert.Equal([0, 60, 90, 120], Cuts(
        PartitionMaker.Cut("a", 0, 20, 60, 90, 120),
        PartitionMaker.Cut("b", 0, 60, 90, 120),
        PartitionMaker.Cut("c", 0, 60, 90, 120),
        PartitionMaker.Cut("d", 0, 60, 90, 120),
        PartitionMaker.Cut("e", 0, 60, 90, 120)));

    [Fact]
    public void ABoundaryLiesWhereThoseWhoAgreePutIt() => Assert.Equal([0, 60.1m, 120], Cuts(
        PartitionMaker.Cut("a", 0, 60.1m, 120),
        PartitionMaker.Cut("b", 0, 60, 120),
        PartitionMaker.Cut("c", 0, 60.3m, 120),
        PartitionMaker.Cut("d", 0, 56, 120),
        PartitionMaker.Cut("e", 0, 57.5m, 120)));

    [Fact]
    public void MarksSomeSecondsApartSpeakForOneBoundary() => Assert.Equal([0, 60, 120], Cuts(
        PartitionMaker.Cut("a", 0, 60, 120),
        PartitionMaker.Cut("b", 0, 60, 120),
        PartitionMaker.Cut("c", 0, 64, 120),
        PartitionMaker.Cut("d", 0, 67, 120)));

    [Fact]
    public void ShortShotsAreNotTakenForOneAnother() => Assert.Equal([0, 1, 2, 3, 4, 5], Cuts(
        PartitionMaker.Cut("a", 0, 1, 2, 3, 4, 5),
        PartitionMaker.Cut("b", 0, 1, 2, 3, 4, 5),
        PartitionMaker.Cut("c", 0, 2, 4, 5)));

    [Fact]
    public void SilenceAtTheStartAndEndIsAPieceOfItsOwn() => Assert.Equal([0, 0.24m, 60, 118, 120], Cuts(
        PartitionMaker.Cut("a", 0, 0.22m, 60, 118, 120),
        PartitionMaker.Cut("b", 0, 0.24m, 60, 118, 120),
        PartitionMaker.Cut("c", 0, 0.25m, 60, 118.1m, 120)));

    [Fact]
    public void MoreWeightDecidesWhereTheClipEnds() => Assert.Equal(118, PartitionMaker.Cuts(PartitionFusion.Fuse(
        [PartitionMaker.Cut("a", 0, 60, 118), PartitionMaker.Cut("b", 0, 60, 120), PartitionMaker.Cut("c", 0, 60, 120)], [2.5, 1, 1]))[^1]);

    [Fact]
    public void SmallGapsOfTheHandAreClosed()
    {
        var careful = PartitionMaker.Cut("a", 0, 60, 120);
        WorkerTrack gap = new("b", [new Segment(Interval.Seconds(0, 59.96m), "A"), new Segment(Interval.Seconds(60, 120), "B")]);

        Assert.Equal([0, 60, 120], Cuts(careful, gap));
    }

    [Fact]
    public void BothSidesOfALongGapAreBoundaries()
    {
        WorkerTrack gap = new("b", [new Segment(Interval.Seconds(0, 40), "A"), new Segment(Interval.Seconds(60, 120), "B")]);

        Assert.Equal([0, 40, 60, 120], Cuts(PartitionMaker.Cut("a", 0, 40, 60, 120), gap));
    }

    [Fact]
    public void APieceSaysWhoCoversHowMuchOfIt()
    {
        var pieces = PartitionMaker.Fuse(PartitionMaker.Cut("b", 0, 40, 100), PartitionMaker.Cut("a", 0, 40, 100), PartitionMaker.Cut("c", 0, 30, 100));

        Assert.Equal([(1, 0, 1), (0, 0, 1), (2, 0, 0.75), (2, 1, 0.25)], pieces[0].Members);
        Assert.Equal([(1, 1, 1), (0, 1, 1), (2, 1, 1)], pieces[1].Members);
    }

    [Fact]
    public void ABoundarySaysWhoPutItWhereAndHowSureItIs()
    {
        var first = PartitionMaker.Fuse(PartitionMaker.Cut("a", 0, 60, 120), PartitionMaker.Cut("b", 0.2m, 60.3m, 120), PartitionMaker.Cut("c", 0, 64.25m, 120))[0];

        Assert.Equal([0, 0, 0.2m], first.Starts.Select(t => t.Seconds));
        Assert.Equal([60, 60.3m, 64.25m], first.Ends.Select(t => t.Seconds));
        Assert.Equal(1, first.StartSupport);
        Assert.InRange(first.EndSupport, 0.8, 0.82);
    }

    [Fact]
    public void WhoWasLeftOutIsStillAMember()
    {
        var pieces = PartitionFusion.Fuse([PartitionMaker.Cut("a", 0, 60, 120), PartitionMaker.Cut("b", 0, 10, 20, 130), PartitionMaker.Cut("c", 0, 60, 120)], [1, 0, 1]);

        Assert.Equal([0, 60, 120], PartitionMaker.Cuts(pieces));
        Assert.Equal([0, 1, 2], pieces[0].Members.Where(m => m.Worker == 1).Select(m => m.Segment));
        Assert.Equal([2], pieces[1].Members.Where(m => m.Worker == 1).Select(m => m.Segment));
    }

    [Fact]
    public void NobodyWithASayMakesNoPieces()
    {
        Assert.Empty(PartitionFusion.Fuse([], []));
        Assert.Empty(PartitionFusion.Fuse([PartitionMaker.Cut("a", 0, 60)], [0]));
        Assert.Empty(PartitionFusion.Fuse([new WorkerTrack("a", [])], [1]));
        Assert.Empty(PartitionFusion.Fuse([PartitionMaker.Cut("a", 3, 3)], [1]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1001)]
    [InlineData(double.NaN)]
    public void WeightsOutOfRangeAreRefused(double weight) =>
        Assert.Throws<ArgumentException>(() => PartitionFusion.Fuse([PartitionMaker.Cut("a", 0, 60)], [weight]));

    [Fact]
    public void AWeightIsNeededForEveryTrack() => Assert.Throws<ArgumentException>(() => PartitionFusion.Fuse([PartitionMaker.Cut("a", 0, 60)], []));

    private static decimal[] Cuts(params WorkerTrack[] tracks) => PartitionMaker.Cuts(PartitionMaker.Fuse(tracks));
}
