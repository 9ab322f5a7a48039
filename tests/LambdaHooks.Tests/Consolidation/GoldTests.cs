using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation;

/// <summary>Answers that are known to be right decide, and measure the workers.</summary>
public class GoldTests
{
    private static readonly string[] Workers = ["w1", "w2", "w3"];
    private static readonly TrackKey Key = new("defect", null);

    [Fact]
    public void AKnownTrackIsTheResultAndTheMarksAreItsEvidence()
    {
        var result = Consolidate(1, (_, worker) => worker == "w3" ? [At(1, 2, "A")] : [At(1.1m, 2.1m, "B"), At(5, 6, "B")], [At(1, 2, "A"), At(8, 9, "C")])[0];
        var track = Assert.Single(result.Tracks);

        Assert.Equal([(Interval.Seconds(1, 2), "A", 1.0), (Interval.Seconds(8, 9), "C", 1.0)], track.Segments.Select(s => (s.Segment.Interval, s.Segment.Label!, s.Confidence)));
        Assert.Equal(["gold", "w1", "w2", "w3"], track.Segments[0].Evidence.Select(e => e.Worker));
        Assert.Equal(Interval.Seconds(5, 6), Assert.Single(track.Candidates).Segment.Interval);
        Assert.Contains(Flags.GoldFailed, result.Review.Reasons);
    }

    [Fact]
    public void TwoWhoErrAlikeAreCaughtByGoldAlone()
    {
        var workers = Consolidate(6, (clip, worker) => worker == "w3" ? [At(clip, clip + 1, "A")] : [At(20 + clip, 21 + clip, "A")], [])[0].Workers;
        var measured = Consolidate(6, (clip, worker) => worker == "w3" ? [At(clip, clip + 1, "A")] : [At(20 + clip, 21 + clip, "A")], clip => [At(clip, clip + 1, "A")])[0].Workers;

        Assert.Equal(["w3"], workers.Where(w => w.Excluded is not null).Select(w => w.Worker));
        Assert.Equal([0.0, 0, 1], measured.Select(w => w.GoldAgreement!.Value));
        Assert.Equal([0.0, 0, 1], measured.Select(w => w.Reliability!.Value));
        Assert.Null(measured[2].Excluded);
    }

    private static Consolidated[] Consolidate(int clips, Func<int, string, Segment[]> marks, Segment[] gold) => Consolidate(clips, marks, _ => gold, gold.Length > 0);

    private static Consolidated[] Consolidate(int clips, Func<int, string, Segment[]> marks, Func<int, Segment[]> gold) => Consolidate(clips, marks, gold, true);

    private static Consolidated[] Consolidate(int clips, Func<int, string, Segment[]> marks, Func<int, Segment[]> gold, bool isKnown)
    {
        ObjectAnswers[] batch = [.. Enumerable.Range(0, clips).Select(c => new ObjectAnswers($"{c}", [.. Workers.Select(w => Answer(w, marks(c, w)))]))];
        var settings = new ConsolidationSettings
        {
            Gold = isKnown ? batch.ToDictionary(o => o.ObjectId, o => Answer("gold", gold(int.Parse(o.ObjectId, System.Globalization.CultureInfo.InvariantCulture)))) : [],
        };
        var study = BatchStudy.Of(batch, settings);
        return [.. batch.Select(o => Consolidator.Consolidate(o, study))];
    }

    private static Answer Answer(string worker, Segment[] segments) => new(worker) { Tracks = [new Track(Key, segments)] };

    private static Segment At(decimal start, decimal end, string label) => new(Interval.Seconds(start, end), label);
}
