using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation;

public class TrackFusionTests
{
    private static readonly TrackKey Speaker = new("speaker", null);

    [Fact]
    public void ADisputedLabelMakesOneSegment()
    {
        var segment = Assert.Single(Fuse(Marks("w1", At(1, 2, "A")), Marks("w2", At(1, 2, "B")), Marks("w3", At(1, 2, "A"))).Segments);

        Assert.Equal("A", segment.Segment.Label);
        Assert.Equal(3, segment.Evidence.Count);
        Assert.Equal(["A", "B"], segment.Posterior.Select(p => p.Label));
        Assert.Equal(1, segment.Posterior.Sum(p => p.Probability), 9);
        Assert.InRange(segment.Posterior[0].Probability, 2 / 3.0, 1);
        Assert.InRange(segment.Confidence, 0.5, segment.Posterior[0].Probability);
    }

    [Fact]
    public void ATiedLabelIsTheOrdinallyFirst()
    {
        var segment = Assert.Single(Fuse(Marks("w1", At(1, 2, "B")), Marks("w2", At(1, 2, "A"))).Segments);

        Assert.Equal("A", segment.Segment.Label);
        Assert.Equal(["A", "B"], segment.Posterior.Select(p => p.Label));
        Assert.All(segment.Posterior, p => Assert.Equal(0.5, p.Probability, 9));
        Assert.Contains(Flags.LabelUncertain, segment.Flags);
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, false)]
    [InlineData(1, 3, false)]
    [InlineData(2, 3, true)]
    [InlineData(2, 4, false)]
    [InlineData(3, 4, true)]
    [InlineData(3, 5, true)]
    public void MoreThanHalfOfTheOpenersMakeAQuorum(int marked, int opened, bool inside)
    {
        var track = Fuse([.. Enumerable.Range(1, opened).Select(i => Marks($"w{i}", i <= marked ? [At(1, 2, "A")] : []))]);

        var segment = Assert.Single(inside ? track.Segments : track.Candidates);
        Assert.Empty(inside ? track.Candidates : track.Segments);
        Assert.Equal(inside, !segment.Flags.Contains(Flags.BelowQuorum));
    }

    [Fact]
    public void TheMoreMarkedItTheLikelierItIsThere()
    {
        double[] confidences = [.. Enumerable.Range(1, 5).Select(marked =>
        {
            var track = Fuse([.. Enumerable.Range(1, 5).Select(i => Marks($"w{i}", i <= marked ? [At(1, 2, "A")] : []))]);
            return Assert.Single(track.Segments.Concat(track.Candidates)).Confidence;
        })];

        Assert.Equal(confidences.Order(), confidences);
        Assert.True(confidences[0] < 0.05 && confidences[4] > 0.95);
    }

    [Fact]
    public void WhoDidNotOpenATrackHasNoSayInIt()
    {
        var unopened = new Answer("w2") { Tracks = [new Track(Speaker, []) { Opened = false }] };
        var track = Fuse(Marks("w1", At(1, 2, "A")), unopened, new Answer("w3"));

        Assert.Equal(["w1"], track.OpenedBy);
        Assert.Equal(1, Assert.Single(track.Segments).Confidence);
    }

    [Fact]
    public void MarksMakeATrackOpenedWhateverItSays()
    {
        var answer = new Answer("w1") { Tracks = [new Track(Speaker, [At(1, 2, "A")]) { Opened = false }] };

        _ = Assert.Single(Fuse(answer).Segments);
    }

    [Fact]
    public void BoundariesAreMediansOfTheirOwn()
    {
        var track = Fuse(Marks("w1", At(1.0m, 2.5m, "A")), Marks("w2", At(1.2m, 2.0m, "A")), Marks("w3", At(1.1m, 2.1m, "A")));

        Assert.Equal(Interval.Seconds(1.1m, 2.1m), Assert.Single(track.Segments).Segment.Interval);
    }

    [Fact]
    public void BetweenTwoMiddlesTheMicrosecondBelowCounts()
    {
        var track = Fuse(Marks("w1", At(1.000001m, 2.000001m, "A")), Marks("w2", At(1.000002m, 2.000004m, "A")));

        Assert.Equal(Interval.Seconds(1.000001m, 2.000002m), Assert.Single(track.Segments).Segment.Interval);
    }

    [Fact]
    public void TwoClicksATenthApartAreOne()
    {
        var segment = Assert.Single(Fuse(Marks("w1", At(1, 1, "click")), Marks("w2", At(1.1m, 1.1m, "click"))).Segments);

        Assert.Equal(Interval.Seconds(1.05m, 1.05m), segment.Segment.Interval);
    }

    [Fact]
    public void MarksThatHardlyOverlapAreTwo() =>
        Assert.Equal(2, Fuse(Marks("w1", At(1, 2, "A")), Marks("w2", At(1.6m, 2.6m, "A"))).Candidates.Count);

    [Fact]
    public void AWorkersTwoMarksInOnePlaceStayTwo()
    {
        var track = Fuse(Marks("w1", At(1, 2, "A"), At(1, 2, "B")), Marks("w2", At(1, 2, "B"), At(1, 2, "A")));

        Assert.Equal(["A", "B"], track.Segments.Select(s => s.Segment.Label).Order(StringComparer.Ordinal));
        Assert.All(track.Segments, s => Assert.InRange(s.Confidence, 0.95, 1));
    }

    [Fact]
    public void TheTextIsWhatMostWrote()
    {
        var segment = Assert.Single(Fuse(
            Marks("w1", At(1, 2, "A") with { Text = "my order never arrived" }),
            Marks("w2", At(1, 2, "A") with { Text = "my odour never arrived" }),
            Marks("w3", At(1, 2, "A") with { Text = "My order never arrived." }),
            Marks("w4", At(1, 2, "A"))).Segments);

        Assert.Equal("my order never arrived", segment.Segment.Text.TrimEnd('.').ToLowerInvariant());
    }

    [Fact]
    public void FurtherLabelsNeedMoreThanHalf()
    {
        var segment = Assert.Single(Fuse(
            Marks("w1", At(1, 2, "A") with { Labels = ["slow", "loud"] }),
            Marks("w2", At(1, 2, "A") with { Labels = ["loud", "loud"] }),
            Marks("w3", At(1, 2, "A") with { Labels = ["slow", "hoarse"] })).Segments);

        Assert.Equal(["loud", "slow"], segment.Segment.Labels);
    }

    [Fact]
    public void AnAttributeIsWhatMostWhoGaveItSay()
    {
        var segment = Assert.Single(Fuse(
            Marks("w1", At(1, 2, "A") with { Attributes = new Dictionary<string, string> { ["emotion"] = "sad", ["severity"] = "2" } }),
            Marks("w2", At(1, 2, "A") with { Attributes = new Dictionary<string, string> { ["severity"] = "1" } }),
            Marks("w3", At(1, 2, "A") with { Attributes = new Dictionary<string, string> { ["severity"] = "2" } })).Segments);

        Assert.Equal(new SortedDictionary<string, string> { ["emotion"] = "sad", ["severity"] = "2" }, segment.Segment.Attributes);
    }

    [Fact]
    public void TracksOfOneKeyAreJoinedAndOthersKeptApart()
    {
        var answer = new Answer("w1")
        {
            Tracks = [new Track(Speaker, [At(1, 2, "A")]), new Track(new TrackKey("speaker", "m1"), [At(5, 6, "A")]), new Track(Speaker, [At(3, 4, "A")])],
        };

        Assert.Equal([(Speaker, 2), (new TrackKey("speaker", "m1"), 1)], Consolidator.Consolidate([answer]).Tracks.Select(t => (t.Key, t.Segments.Count)));
    }

    [Fact]
    public void ALoneOpenerIsTrustedAsFarAsTheBatchTrustsThem()
    {
        var both = new ObjectAnswers("0", [Marks("w1", At(1, 2, "A"), At(5, 6, "A")), Marks("w2", At(1, 2, "A"), At(8, 9, "A"))]);
        var alone = new ObjectAnswers("1", [Marks("w1", At(1, 2, "A"))]);
        var stranger = new ObjectAnswers("2", [Marks("w9", At(1, 2, "A"))]);
        var study = BatchStudy.Of([both, alone, stranger], ConsolidationSettings.Default);

        Assert.Equal(0.5, Assert.Single(Assert.Single(Consolidator.Consolidate(alone, study).Tracks).Segments).Confidence, 9);
        Assert.Equal(0.5, Assert.Single(Assert.Single(Consolidator.Consolidate(stranger, study).Tracks).Segments).Confidence, 9);
    }

    [Fact]
    public void NoAnswersGiveNothing() =>
        Assert.Equal("", InWords.Everything(Consolidator.Consolidate([])));

    private static ConsolidatedTrack Fuse(params Answer[] answers) => Assert.Single(Consolidator.Consolidate(answers).Tracks);

    private static Answer Marks(string worker, params Segment[] segments) => new(worker) { Tracks = [new Track(Speaker, segments)] };

    private static Segment At(decimal start, decimal end, string? label) => new(Interval.Seconds(start, end), label);
}
