using LambdaHooks.Consolidation;
using LambdaHooks.Consolidation.Tracks;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation.Tracks;

/// <summary>Shapes of which a careless fusion takes hours or all memory. Nothing is timed; a test that hangs fails too.</summary>
public class PartitionSizeTests
{
    private const int Many = 50_000;
    private const int Workers = 5;

    [Fact]
    public void ManyPiecesInStepFuse() => AssertBounded(Fuse((worker, i) => (i * 1_000_000L) + (worker * 10_000), (worker, i) => ((i + 1) * 1_000_000L) + (worker * 10_000)), Many);

    [Fact]
    public void ManyPiecesOutOfStepFuse() => AssertBounded(Fuse((worker, i) => i * (1000L + worker), (worker, i) => (i + 1) * (1000L + worker)));

    [Fact]
    public void NestedSegmentsFuse() => AssertBounded(Fuse((worker, i) => (i * 10L) + worker, (_, i) => 2_000_000L - (i * 10)));

    [Fact]
    public void SegmentsFromOneStartFuse() => AssertBounded(Fuse((_, _) => 0, (worker, i) => 1 + worker + (i * 100L)));

    [Fact]
    public void NestedSegmentsOfOneVoiceAreKept()
    {
        WorkerTrack[] tracks = [Track(0, (_, i) => i, (_, i) => 2_000_000L - i), Track(1, (_, i) => i, (_, i) => 2_000_000L - i)];

        AssertBounded(tracks, PartitionFusion.Fuse(tracks, [1, 0]), Many);
    }

    [Fact]
    public void ManyWorkersWithFewPiecesFuse()
    {
        WorkerTrack[] tracks = [.. Enumerable.Range(0, 250).Select(w => PartitionMaker.Cut($"w{w:000}", [0, 30_000_000 + w, 60_000_000 + (w * 100_000L), 120_000_000]))];

        Assert.InRange(PartitionMaker.Fuse(tracks).Count, 2, 20);
    }

    private static (WorkerTrack[] Tracks, IReadOnlyList<PartitionPiece> Pieces) Fuse(Func<int, int, long> start, Func<int, int, long> end)
    {
        WorkerTrack[] tracks = [.. Enumerable.Range(0, Workers).Select(w => Track(w, start, end))];
        return (tracks, PartitionMaker.Fuse(tracks));
    }

    private static WorkerTrack Track(int worker, Func<int, int, long> start, Func<int, int, long> end) => new($"w{worker}", [.. Enumerable.Range(0, Many)
        .Select(i => new Segment(new Interval(new MediaTime(start(worker, i)), new MediaTime(end(worker, i))), "A")).OrderBy(s => s.Interval)]);

    private static void AssertBounded((WorkerTrack[] Tracks, IReadOnlyList<PartitionPiece> Pieces) result, int? pieces = null) =>
        AssertBounded(result.Tracks, result.Pieces, pieces);

    /// <summary>Everything is there, and members are no more than twice the segments and one for each piece and worker.</summary>
    private static void AssertBounded(WorkerTrack[] tracks, IReadOnlyList<PartitionPiece> pieces, int? count)
    {
        var members = pieces.SelectMany(p => p.Members).ToArray();
        Assert.Equal(count ?? pieces.Count, pieces.Count);
        Assert.Equal(tracks.Sum(t => t.Segments.Count), members.Select(m => (m.Worker, m.Segment)).Distinct().Count());
        Assert.InRange(members.Length, 1, (2 * tracks.Sum(t => t.Segments.Count)) + (pieces.Count * tracks.Length));
    }
}
