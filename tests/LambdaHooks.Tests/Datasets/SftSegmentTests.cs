using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.Datasets;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Datasets;

public class SftSegmentTests
{
    private static readonly TrackKey Speaker = new("speaker", null);
    private static readonly ResultMedium FiveSeconds = new("s3://m/a", null, MediaTime.FromSeconds(5));
    private static readonly ResultMedium Endless = new("s3://m/b", null, null);

    [Fact]
    public void ASegmentBecomesARecordOfItsMedium()
    {
        var marked = At(1, 2) with { Text = "hello", Labels = ["loud"], Attributes = new Dictionary<string, string> { ["emotion"] = "sad" } };
        var record = Assert.Single(Records([("m1", FiveSeconds)], Speaker, marked));

        Assert.Equal(("job/7/source/speaker/0", "s3://m/a", Interval.Seconds(1, 2), "speaker", "A", "hello"), (record.Id, record.Media, record.Interval, record.Track, record.Label, record.Text));
        Assert.Equal((1.0, 1), (record.Confidence, record.Workers));
        Assert.Equal(["loud"], record.Labels);
        Assert.Equal("sad", record.Attributes["emotion"]);
    }

    [Fact]
    public void AnIntervalIsClampedToItsMedium() =>
        Assert.Equal([Interval.Seconds(0, 1), Interval.Seconds(4, 5)], Records([("m1", FiveSeconds)], Speaker, At(-1, 1), At(4, 6)).Select(r => r.Interval));

    [Fact]
    public void WhatHasNoLengthIsSkipped() =>
        Assert.Equal(["job/7/source/speaker/0"], Records([("m1", FiveSeconds)], Speaker, At(1, 1), At(2, 3), At(5, 6)).Select(r => r.Id));

    [Fact]
    public void WithoutAKnownDurationNothingIsClamped() =>
        Assert.Equal(Interval.Seconds(4, 6), Assert.Single(Records([("m1", Endless)], Speaker, At(4, 6))).Interval);

    [Fact]
    public void ATrackOfAnUnknownMediumMakesNoRecords()
    {
        Assert.Empty(Records([("m1", FiveSeconds)], new TrackKey("speaker", "m9"), At(1, 2)));
        Assert.Empty(Records([], Speaker, At(1, 2)));
    }

    [Fact]
    public void ATrackThatNamesNoneOfSeveralMediaMakesNoRecords() =>
        Assert.Empty(Records([("m1", FiveSeconds), ("m2", Endless)], Speaker, At(1, 2)));

    [Fact]
    public void ATrackIsOfTheMediumItNames()
    {
        var record = Assert.Single(Records([("m1", FiveSeconds), ("m2", Endless)], new TrackKey("speaker", "m2"), At(1, 2)));

        Assert.Equal(("s3://m/b", "job/7/m2/speaker/0"), (record.Media, record.Id));
    }

    [Fact]
    public void CandidatesBelowTheQuorumMakeNoRecords()
    {
        Answer[] answers = [Marks("w1", Speaker, At(1, 2)), Marks("w2", Speaker)];

        Assert.Empty(SftSegment.From(Result([("m1", FiveSeconds)], answers)));
    }

    private static SftSegment[] Records((string Id, ResultMedium Medium)[] media, TrackKey track, params Segment[] segments) =>
        [.. SftSegment.From(Result(media, Marks("w1", track, segments)))];

    private static ObjectResult Result((string Id, ResultMedium Medium)[] media, params Answer[] answers) =>
        new("job", "7", Consolidator.Consolidate(answers)) { Media = media.ToDictionary(m => m.Id, m => m.Medium) };

    private static Answer Marks(string worker, TrackKey track, params Segment[] segments) => new(worker) { Tracks = [new Track(track, segments)] };

    private static Segment At(decimal start, decimal end) => new(Interval.Seconds(start, end), "A");
}
