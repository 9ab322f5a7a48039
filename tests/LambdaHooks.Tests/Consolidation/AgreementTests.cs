using CsCheck;
using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.Consolidation.Tracks;
using LambdaHooks.Tests.Consolidation.Tracks;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation;

public class AgreementTests
{
    [Fact]
    public void TwoWhoFoundNothingAgree() => Assert.Equal((1, 1), Between([], []));

    [Fact]
    public void WhoFoundSomethingDoesNotAgreeWithWhoFoundNothing() => Assert.Equal((0, 0), Between([At(1, 2, "A")], []));

    [Fact]
    public void OneWorkerAgreesWithNobody()
    {
        var agreement = Assert.Single(Consolidator.Consolidate([Answer("w1", At(1, 2, "A"))]).Agreement);

        Assert.Equal((1, null, null), (agreement.Workers, agreement.F1, agreement.OverlapRatio));
    }

    [Fact]
    public void OneOfTwoMarksFoundByBothMakesTwoThirds() => Assert.Equal((2 / 3.0, 2 / 3.0), Between([At(1, 2, "A"), At(5, 6, "A")], [At(1, 2, "A")]));

    [Fact]
    public void ThreeFifthsOfOverlapMatch() => Assert.Equal((1, 0.6), Between([At(1, 2, "A")], [At(1.25m, 2.25m, "A")]));

    [Theory]
    [InlineData(1.4, 2.4, "A")]
    [InlineData(1, 2, "B")]
    [InlineData(1, 2, null)]
    public void LessThanHalfOrAnotherLabelIsNoMatch(double start, double end, string? label) =>
        Assert.Equal((0, 0), Between([At(1, 2, "A")], [At((decimal)start, (decimal)end, label)]));

    [Fact]
    public void SeveralWorkersAgreeAsTheirPairsDoOnAverage()
    {
        Answer[] answers = [Answer("w1", At(1, 2, "A")), Answer("w2", At(1, 2, "A")), Answer("w3")];

        Assert.Equal(1 / 3.0, Assert.Single(Consolidator.Consolidate(answers).Agreement).F1!.Value, 9);
    }

    /// <summary>Six segments each: with more that overlap, matching remembers only the best six candidates of each.</summary>
    [Fact]
    public void MatchingFindsWhatLookingAtEveryPairFinds() => Gen.Select(SomeAnswers.Segments.Array[0, 6], SomeAnswers.Segments.Array[0, 6]).Sample((a, b) =>
    {
        var (left, right) = (Track("w1", a), Track("w2", b));
        var agreement = PairAgreement.Between(left, right);
        var total = left.Segments.Count + right.Segments.Count;
        Assert.Equal(total == 0 ? 1 : 2 * MostMatches(left, right) / total, agreement.F1, 9);
        Assert.InRange(agreement.OverlapRatio, agreement.F1 / 2, agreement.F1);
        Assert.InRange(agreement.Likeness, agreement.OverlapRatio - 1e-9, 1);
    }, iter: 10_000);

    [Fact]
    public void ReliabilityIsTheMedianOverPartners()
    {
        var workers = Workers([Answer("w1", At(1, 2, "A")), Answer("w2", At(1, 2, "A")), Answer("w3", At(8, 9, "A")), Answer("w4", At(1, 2, "A"))]);

        Assert.Equal([1.0, 1, 0, 1], workers.Select(w => w.Reliability!.Value));
        Assert.All(workers, w => Assert.Equal((1, null), (w.SharedTracks, w.Excluded)));
    }

    [Fact]
    public void TracksThatBothLeftEmptySayNothingAboutReliability() =>
        Assert.All(Workers([Answer("w1"), Answer("w2")]), w => Assert.Equal((null, 0), (w.Reliability, w.SharedTracks)));

    private static IReadOnlyList<WorkerReliability> Workers(params Answer[] answers) =>
        BatchStudy.Of([new ObjectAnswers("0", answers)], ConsolidationSettings.Default).Workers;

    private static double MostMatches(WorkerTrack left, WorkerTrack right)
    {
        var matches = new double[left.Segments.Count, right.Segments.Count];
        for (var l = 0; l < left.Segments.Count; l++)
        {
            for (var r = 0; r < right.Segments.Count; r++)
            {
                var ratio = Marks.Widened(left.Segments[l].Interval).OverlapRatio(Marks.Widened(right.Segments[r].Interval));
                matches[l, r] = ratio >= 0.5 && left.Segments[l].Label == right.Segments[r].Label ? 1 : 0;
            }
        }

        return DenseAssignment.Best(matches);
    }

    private static WorkerTrack Track(string worker, params Segment[] segments) => Assert.Single(Assert.Single(TrackAnswers.Group([Answer(worker, segments)])).Value.Workers);

    private static (double F1, double OverlapRatio) Between(Segment[] a, Segment[] b)
    {
        var agreement = Assert.Single(Consolidator.Consolidate([Answer("w1", a), Answer("w2", b)]).Agreement);
        return (agreement.F1!.Value, agreement.OverlapRatio!.Value);
    }

    private static Answer Answer(string worker, params Segment[] segments) => new(worker) { Tracks = [new Track(new TrackKey("defect", null), segments)] };

    private static Segment At(decimal start, decimal end, string? label) => new(Interval.Seconds(start, end), label);
}
