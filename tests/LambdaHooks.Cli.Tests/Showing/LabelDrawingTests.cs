using LambdaHooks.GroundTruth;
using LambdaHooks.Timeline;

namespace LambdaHooks.Cli.Tests.Showing;

public sealed class LabelDrawingTests
{
    private const string Ann = "private.us-east-1.ann";
    private const string Bob = "private.us-east-1.bob";
    private const string Cyd = "private.us-east-1.cyd";

    private static readonly TrackWire Track = new("defect", "c1", [Ann, Bob, Cyd], [Fused(1, 2, "glitch", By(Ann, 1, 2), By(Bob, 0.5m, 2))]);

    private static readonly LabelWire Label = new()
    {
        Tracks = [Track],
        Candidates =
        [
            new("defect", "c1", [Ann, Bob, Cyd], [Fused(4, 5, "hum", By(Bob, 4, 5))]),
            new("defect", "c2", [Ann], [Fused(7, 8, "other medium", By(Ann, 7, 8))]),
            new("speech", "c1", [Ann], [Fused(8, 9, "other track", By(Ann, 8, 9))]),
        ],
    };

    [Fact]
    public void EverybodyWhoLookedHasARowAboveTheConsolidatedOne() =>
        Assert.Equal(["ann", "bob", "cyd", "consolidated"], LabelDrawing.Rows(Label, Track).Select(r => r.Name));

    [Fact]
    public void ARowHoldsWhatTheWorkerMarkedOnThatTrackBelowTheQuorumToo()
    {
        var rows = LabelDrawing.Rows(Label, Track);

        Assert.Equal([Interval.Seconds(1, 2)], rows[0].Segments.Select(s => s.Interval));
        Assert.Equal([Interval.Seconds(0.5m, 2), Interval.Seconds(4, 5)], rows[1].Segments.Select(s => s.Interval));
        Assert.Empty(rows[2].Segments);
        Assert.Equal([Interval.Seconds(1, 2)], rows[3].Segments.Select(s => s.Interval));
    }

    [Theory]
    [InlineData("glitch", "glitch", "what was said")]
    [InlineData("glitch", "hum", "glitch")]
    [InlineData(null, null, "what was said")]
    public void SegmentsShowTheirTextWhereOneLabelIsAllThereIs(string? first, string? second, string shown)
    {
        Segment[] segments = [Spoken(first), Spoken(second)];

        Assert.Equal(shown, LabelDrawing.CaptionFor([("ann", segments)])(segments[0]));
    }

    [Fact]
    public void ASegmentWithoutTextShowsItsLabel()
    {
        var silent = new Segment(Interval.Seconds(0, 1), "glitch");

        Assert.Equal("glitch", LabelDrawing.CaptionFor([("ann", [silent])])(silent));
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData(3.0, 5)]
    [InlineData(9.5, 9.5)]
    public void TheDrawingReachesToTheEndOfTheClipOrOfTheLastSegment(double? duration, double end) => Assert.Equal(
        Interval.Seconds(0, (decimal)end),
        LabelDrawing.Span(LabelDrawing.Rows(Label, Track), (decimal?)duration));

    [Fact]
    public void NothingMarkedIsStillAStretchOfTime() => Assert.False(LabelDrawing.Span([], null).IsEmpty);

    private static Segment Spoken(string? label) => new(Interval.Seconds(0, 1), label) { Text = "what was said" };

    private static SegmentWire Fused(decimal start, decimal end, string label, params SegmentEvidenceWire[] workers) => new(start, end, label, "", 1, workers);

    private static SegmentEvidenceWire By(string worker, decimal start, decimal end) => new(worker, start, end, "glitch", 1);
}
