using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation;

/// <summary>Shapes of which a careless matching takes hours. Nothing is timed; a test that hangs fails too.</summary>
public class CrowdedTrackTests
{
    private const int Segments = 10_000;
    private const int Workers = 5;

    [Fact]
    public void NestedSegmentsOfFiveWorkersFuse() => AssertAllUsedOnce(Fuse((worker, i) =>
        new Segment(new Interval(new MediaTime((i * 1000) + worker), new MediaTime((60_000 - i) * 1000)), "A")));

    [Fact]
    public void SegmentsInOnePlaceFuse() => AssertAllUsedOnce(Fuse((worker, i) => new Segment(Interval.Seconds(0, 60), "A") { Text = $"{worker} {i}" }));

    [Fact]
    public void AChainOfOverlapsFuses()
    {
        var track = Fuse((worker, i) => new Segment(new Interval(new MediaTime((i * 100_000) + (worker * 1000)), new MediaTime((i + 6) * 100_000)), "A"));

        AssertAllUsedOnce(track);
        Assert.Equal(Segments, track.Segments.Count);
    }

    [Fact]
    public void ExactRepeatsAreOneMark()
    {
        var track = Fuse((_, _) => new Segment(Interval.Seconds(1, 2), "A"));

        Assert.Equal(Workers, Assert.Single(track.Segments).Evidence.Count);
    }

    private static ConsolidatedTrack Fuse(Func<int, int, Segment> segment)
    {
        var answers = Enumerable.Range(0, Workers).Select(worker => new Answer($"w{worker}")
        {
            Tracks = [new Track(new TrackKey("speaker", null), [.. Enumerable.Range(0, Segments).Select(i => segment(worker, i))])],
        });
        return Assert.Single(Consolidator.Consolidate([.. answers]).Tracks);
    }

    private static void AssertAllUsedOnce(ConsolidatedTrack track)
    {
        var evidence = track.Segments.Concat(track.Candidates).Select(s => s.Evidence).ToArray();
        Assert.Equal(Segments * Workers, evidence.Sum(e => e.Count));
        Assert.All(evidence, e => Assert.Equal(e.Count, e.DistinctBy(m => m.Worker).Count()));
    }
}
