using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation;

/// <summary>Partitions as a whole batch consolidates them.</summary>
public class PartitionTrackTests
{
    private static readonly TrackKey Key = new("section", null);

    [Fact]
    public void AGapThatEverybodyLeavesIsNoPiece()
    {
        var track = Fuse("w1", "w2", "w3");

        Assert.Equal(TrackKind.Partition, track.Kind);
        Assert.Equal(
            [(0m, 10m, "a"), (10m, 20m, "b"), (40m, 50m, "c"), (50m, 60m, "d"), (60m, 70m, "e")],
            track.Segments.Select(s => (s.Segment.Interval.Start.Seconds, s.Segment.Interval.End.Seconds, s.Segment.Label!)));
        Assert.All(track.Segments, s => Assert.NotEmpty(s.Evidence));
    }

    private static ConsolidatedTrack Fuse(params string[] workers)
    {
        var data = new ObjectAnswers("0", [.. workers.Select(w => new Answer(w)
        {
            Tracks = [new Track(Key, [At(0, 10, "a"), At(10, 20, "b"), At(40, 50, "c"), At(50, 60, "d"), At(60, 70, "e")])],
        })]);
        var settings = new ConsolidationSettings { TrackKinds = new Dictionary<string, TrackKind> { ["section"] = TrackKind.Partition } };
        return Assert.Single(Consolidator.Consolidate(data, BatchStudy.Of([data], settings)).Tracks);
    }

    private static Segment At(decimal start, decimal end, string label) => new(Interval.Seconds(start, end), label);
}
