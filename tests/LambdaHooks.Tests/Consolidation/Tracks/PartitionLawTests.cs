using CsCheck;
using LambdaHooks.Consolidation;
using LambdaHooks.Consolidation.Tracks;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation.Tracks;

/// <summary>What holds for any tracks, true partitions and careless ones. 10,000 generated cases each.</summary>
public class PartitionLawTests
{
    private const int Cases = 10_000;

    private static readonly Gen<long> Times = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 3], (step, odd) => (step * 500_000L) + (odd * 130_000L));

    private static readonly Gen<Segment[]> Partitions = Times.Array[2, 8]
        .Select(times => PartitionMaker.Cut("", [.. times.Distinct().Order()]).Segments.ToArray());

    private static readonly Gen<Segment[]> Careless = Gen.Select(Times, Gen.Int[0, 12], (start, length) =>
        new Segment(new Interval(new MediaTime(start), new MediaTime(start + (length * 400_000L))), "A")).Array[0, 6]
        .Select(segments => segments.OrderBy(s => s.Interval).ToArray());

    private static readonly Gen<WorkerTrack[]> Tracks = Gen.Frequency((3, Partitions), (1, Careless)).Array[1, 5]
        .Select(all => all.Select((segments, i) => new WorkerTrack($"w{i}", segments)).ToArray());

    private static readonly Gen<double> Weights = Gen.Frequency((1, Gen.Const(0.0)), (3, Gen.Const(1.0)), (2, Gen.Double[0.5, 1.5]));

    private static readonly Gen<(WorkerTrack[] Tracks, double[] Weights)> Weighted = Gen.Select(Tracks, Weights.Array[5], (tracks, weights) => (tracks, weights[..tracks.Length]));

    [Fact]
    public void OrderOfWorkersChangesNothing() => Gen.Select(Weighted, Gen.Int).Sample((input, seed) =>
    {
        var order = Enumerable.Range(0, input.Tracks.Length).ToArray();
        new Random(seed).Shuffle(order);
        WorkerTrack[] tracks = [.. order.Select(i => input.Tracks[i])];
        double[] weights = [.. order.Select(i => input.Weights[i])];

        Assert.Equal(InWords(input.Tracks, input.Weights), InWords(tracks, weights));
    }, iter: Cases, print: t => Print(t.Item1));

    [Fact]
    public void ShiftingAllTimesShiftsTheResult() => Gen.Select(Weighted, Gen.Long[-10_000_000, 10_000_000]).Sample((input, by) =>
    {
        WorkerTrack[] moved = [.. input.Tracks.Select(t => new WorkerTrack(t.Worker, [.. t.Segments.Select(s => s with { Interval = s.Interval.Shift(new MediaTime(by)) })]))];

        Assert.Equal(InWords(input.Tracks, input.Weights), InWords(moved, input.Weights, new MediaTime(by)));
    }, iter: Cases, print: t => Print(t.Item1));

    [Fact]
    public void DoublingAllWeightsChangesNothing() => ForAny((tracks, weights) =>
        Assert.Equal(InWords(tracks, [.. weights.Select(Rounded)]), InWords(tracks, [.. weights.Select(w => 2 * Rounded(w))])));

    [Fact]
    public void PiecesFollowEachOtherFromTheFirstStartToTheLastEnd() => ForAny((tracks, weights) =>
    {
        var voices = Voices(tracks, weights);
        var pieces = PartitionFusion.Fuse(tracks, weights);
        Assert.Equal(voices.Length == 0, pieces.Count == 0);
        Assert.All(pieces, p => Assert.True(p.Interval.Start < p.Interval.End));
        if (voices.Length > 1)
        {
            var marks = voices.SelectMany(t => t.Segments).SelectMany(s => new[] { s.Interval.Start, s.Interval.End }).ToArray();
            Assert.All(pieces.Skip(1).Zip(pieces), p => Assert.Equal(p.Second.Interval.End, p.First.Interval.Start));
            Assert.True(marks.Min() <= pieces[0].Interval.Start && pieces[^1].Interval.End <= marks.Max());
        }
    });

    [Fact]
    public void ABoundaryLiesAmongItsMarksAndSaysHowManyStandBehindIt() => ForAny((tracks, weights) =>
    {
        foreach (var piece in PartitionFusion.Fuse(tracks, weights))
        {
            Assert.Equal(piece.Starts.Order(), piece.Starts);
            Assert.Equal(piece.Ends.Order(), piece.Ends);
            Assert.True(piece.Starts[0] <= piece.Interval.Start && piece.Interval.Start <= piece.Starts[^1]);
            Assert.True(piece.Ends[0] <= piece.Interval.End && piece.Interval.End <= piece.Ends[^1]);
            Assert.All([piece.Starts.Count, piece.Ends.Count], c => Assert.InRange(c, 1, tracks.Length));
            Assert.All([piece.StartSupport, piece.EndSupport], s => Assert.InRange(s, 0, 1));
        }
    });

    [Fact]
    public void OneVoiceIsHeardAsItIs() => Gen.Select(Tracks, Gen.Int[0, 4]).Sample((tracks, voice) =>
    {
        var sole = voice % tracks.Length;
        var pieces = PartitionFusion.Fuse(tracks, [.. tracks.Select((_, i) => i == sole ? 0.7 : 0)]);

        Assert.Equal(tracks[sole].Segments.Select(s => s.Interval).Where(i => !i.IsEmpty), pieces.Select(p => p.Interval));
        Assert.All(pieces, p => Assert.Contains(p.Members, m => m.Worker == sole && m.Share == 1 && tracks[sole].Segments[m.Segment].Interval == p.Interval));
    }, iter: Cases, print: t => Print((t.Item1, [])));

    [Fact]
    public void WhoHasNoSayMovesNothing() => ForAny((tracks, weights) =>
    {
        var heard = Enumerable.Range(0, tracks.Length).Where(i => weights[i] > 0).ToArray();
        var without = PartitionFusion.Fuse([.. heard.Select(i => tracks[i])], [.. heard.Select(i => weights[i])]);

        Assert.Equal(without.Select(p => p.Interval), PartitionFusion.Fuse(tracks, weights).Select(p => p.Interval));
    });

    [Fact]
    public void WorkersWhoSayTheSameFuseToIt() => Gen.Select(Partitions, Gen.Int[2, 6]).Sample((segments, workers) =>
    {
        var pieces = PartitionMaker.Fuse([.. Enumerable.Range(0, workers).Select(i => new WorkerTrack($"w{i}", segments))]);
        Assert.Equal(segments.Select(s => s.Interval), pieces.Select(p => p.Interval));
        Assert.All(pieces, p => Assert.Equal((workers, 1.0, 1.0), (p.Members.Count, p.StartSupport, p.EndSupport)));
    }, iter: Cases, print: t => Print(([new WorkerTrack("", t.Item1)], [])));

    [Fact]
    public void EverySegmentIsAMemberOfThePieceItSharesMostWith() => ForAny((tracks, weights) =>
    {
        var pieces = PartitionFusion.Fuse(tracks, weights);
        var parted = Voices(tracks, weights).Length > 1;
        for (var worker = 0; pieces.Count > 0 && worker < tracks.Length; worker++)
        {
            for (var segment = 0; segment < tracks[worker].Segments.Count; segment++)
            {
                var own = pieces.Where(p => p.Members.Any(m => (m.Worker, m.Segment) == (worker, segment))).ToArray();
                var interval = tracks[worker].Segments[segment].Interval;
                Assert.NotEmpty(own);
                Assert.True(!parted || own.Max(p => Shared(p, interval)) == pieces.Max(p => Shared(p, interval)));
            }
        }
    });

    [Fact]
    public void SharesAreWhatTheSegmentCoversAndTheLargestIsThere() => ForAny((tracks, weights) =>
    {
        foreach (var piece in PartitionFusion.Fuse(tracks, weights))
        {
            Assert.Equal(piece.Members.Distinct().OrderBy(m => tracks[m.Worker].Worker, StringComparer.Ordinal).ThenBy(m => m.Segment), piece.Members);
            Assert.All(piece.Members, m => Assert.Equal(Shared(piece, tracks[m.Worker].Segments[m.Segment].Interval) / (double)piece.Interval.Length.Microseconds, m.Share));
            if (Voices(tracks, weights).Length > 1)
            {
                Assert.All(tracks.Select((t, i) => (t, i)), t => Assert.Equal(
                    t.t.Segments.Select(s => Shared(piece, s.Interval)).DefaultIfEmpty().Max() / (double)piece.Interval.Length.Microseconds,
                    piece.Members.Where(m => m.Worker == t.i).Select(m => m.Share).DefaultIfEmpty().Max()));
            }
        }
    });

    private static double Rounded(double weight) => Math.Round(weight, 6);

    private static WorkerTrack[] Voices(WorkerTrack[] tracks, double[] weights) => [.. tracks.Where((t, i) => weights[i] > 0 && t.Segments.Any(s => !s.Interval.IsEmpty))];

    private static long Shared(PartitionPiece piece, Interval interval) => piece.Interval.Overlap(interval).Length.Microseconds;

    private static string InWords(WorkerTrack[] tracks, double[] weights, MediaTime origin = default) =>
        PartitionMaker.InWords(PartitionFusion.Fuse(tracks, weights), tracks, origin);

    private static void ForAny(Action<WorkerTrack[], double[]> law) => Weighted.Sample((tracks, weights) => law(tracks, weights), iter: Cases, print: Print);

    private static string Print((WorkerTrack[] Tracks, double[] Weights) input) =>
        string.Join('\n', input.Tracks.Select((t, i) => $"{t.Worker}×{input.Weights.ElementAtOrDefault(i)}: {string.Join(' ', t.Segments.Select(s => s.Interval))}"));
}
