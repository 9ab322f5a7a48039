using LambdaHooks.Consolidation;
using LambdaHooks.Consolidation.Tracks;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation.Tracks;

/// <summary>How likely something is there, what covers a gap, and marks over several segments.</summary>
public class PresenceTests
{
    private static readonly string[] Openers = ["w0", "w1", "w2"];

    [Fact]
    public void NothingLearnedTheOddsAreThoseOfNineHitsInTenAndOneStrayInTwenty() =>
        Assert.Equal(1 / (1 + (0.05 / 0.9 * (0.05 / 0.9) * (0.95 / 0.1))), new PresenceModel().On(Openers).Of(Cluster(0, 1, "w2", "w0")), 12);

    [Fact]
    public void AWorkerWhoInventsConvincesLess()
    {
        var model = new PresenceModel();
        var clusters = Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? Cluster(i, i + 1, Openers) : Cluster(i, i + 1, "w2")).ToArray();
        model.Add(new StudiedTrack(new TrackKey("event", null), TrackKind.Segments, [], Openers) { Clusters = clusters });

        Assert.True(model.On(Openers).Of(Cluster(0, 1, "w2")) < model.On(Openers).Of(Cluster(0, 1, "w1")));
    }

    [Fact]
    public void MarksOfTheExcludedSayNothing() =>
        Assert.Equal(new PresenceModel().On(Openers).Of(Cluster(0, 1, "w0")), new PresenceModel().On(Openers).Of(Cluster(0, 1, "w0", "x")));

    [Fact]
    public void AMarkOverTwoSegmentsSaysThatBothAreThereAndMovesNothing()
    {
        List<SegmentCluster> clusters = [Cluster(0, 2, "w0", "w1"), Cluster(0, 4, "w2"), Cluster(2, 4, "w0", "w1")];

        SplitMerge.Resolve(clusters, openers: 3);

        Assert.Equal([Interval.Seconds(0, 2), Interval.Seconds(2, 4)], clusters.Select(c => c.Interval));
        Assert.All(clusters, c => Assert.True(c.IsSplitOrMerged && c.Support == 3 && c.Of("w2") is { PresenceOnly: true }));
    }

    [Fact]
    public void APieceOfASegmentMovesNothing()
    {
        List<SegmentCluster> clusters = [Cluster(0, 4, "w0", "w1"), Cluster(2, 4, "w2")];
        clusters[0].Join(new SegmentEvidence("w2", new Segment(Interval.Seconds(0, 2), "A"), 1));

        SplitMerge.Resolve(clusters, openers: 3);

        Assert.Equal([Interval.Seconds(0, 4), Interval.Seconds(2, 4)], clusters.Select(c => c.Interval));
        Assert.All(clusters, c => Assert.True(c.IsSplitOrMerged));
        Assert.True(clusters[0].Of("w2") is { PresenceOnly: true });
    }

    private static SegmentCluster Cluster(int start, int end, params string[] workers)
    {
        SegmentEvidence[] marks = [.. workers.Select(w => new SegmentEvidence(w, new Segment(Interval.Seconds(start, end), "A"), w == "x" ? 0 : 1))];
        var cluster = new SegmentCluster(marks[0]);
        Array.ForEach(marks[1..], cluster.Join);
        return cluster;
    }
}
