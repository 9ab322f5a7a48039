using CsCheck;
using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
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
        var agreement = Assert.Single(Consolidator.Consolidate([Answer("w1", At(1, 2, "A"))], new BatchReliability()).Agreement);

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

        Assert.Equal(1 / 3.0, Assert.Single(Consolidator.Consolidate(answers, new BatchReliability()).Agreement).F1!.Value, 9);
    }

    /// <summary>Six segments each: with more that overlap, matching remembers only the best six candidates of each.</summary>
    [Fact]
    public void MatchingFindsWhatLookingAtEveryPairFinds() => Gen.Select(SomeAnswers.Segments.Array[0, 6], SomeAnswers.Segments.Array[0, 6]).Sample((a, b) =>
    {
        var (left, right) = (Track("w1", a), Track("w2", b));
        var pairs = NaiveMatches(left, right).ToArray();
        var expected = a.Length + b.Length == 0 ? (1, 1) : (2.0 * pairs.Length / (left.Segments.Count + right.Segments.Count), 2 * pairs.Sum() / (left.Segments.Count + right.Segments.Count));

        var agreement = PairAgreement.Between(left, right);
        Assert.Equal(expected.Item1, agreement.F1, 9);
        Assert.Equal(expected.Item2, agreement.OverlapRatio, 9);
    }, iter: 10_000);

    [Fact]
    public void ReliabilityIsTheMedianOverPartners()
    {
        var batch = new BatchReliability();
        batch.Add(new ObjectAnswers("0", [Answer("w1", At(1, 2, "A")), Answer("w2", At(1, 2, "A")), Answer("w3", At(8, 9, "A")), Answer("w4", At(1, 2, "A"))]));

        Assert.Equal(new WorkerReliability("w1", 1, 1, null), batch.Of("w1"));
        Assert.Equal(new WorkerReliability("w3", 0, 1, null), batch.Of("w3"));
    }

    [Fact]
    public void TracksThatBothLeftEmptySayNothingAboutReliability()
    {
        var batch = new BatchReliability();
        batch.Add(new ObjectAnswers("0", [Answer("w1"), Answer("w2")]));

        Assert.Equal(new WorkerReliability("w1", null, 0, null), batch.Of("w1"));
    }

    private static IEnumerable<double> NaiveMatches(WorkerTrack left, WorkerTrack right)
    {
        var pairs = from r in Enumerable.Range(0, right.Segments.Count)
                    from l in Enumerable.Range(0, left.Segments.Count)
                    let ratio = left.Matchable[l].OverlapRatio(right.Matchable[r])
                    where ratio >= 0.5 && left.Segments[l].Label == right.Segments[r].Label
                    orderby ratio descending, r, l
                    select (l, r, ratio);
        var (usedLeft, usedRight) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (l, r, ratio) in pairs)
        {
            if (!usedLeft.Contains(l) && !usedRight.Contains(r))
            {
                usedLeft.Add(l);
                usedRight.Add(r);
                yield return ratio;
            }
        }
    }

    private static WorkerTrack Track(string worker, params Segment[] segments) => Assert.Single(Assert.Single(TrackAnswers.Group([Answer(worker, segments)])).Value.Workers);

    private static (double F1, double OverlapRatio) Between(Segment[] a, Segment[] b)
    {
        var agreement = Assert.Single(Consolidator.Consolidate([Answer("w1", a), Answer("w2", b)], new BatchReliability()).Agreement);
        return (agreement.F1!.Value, agreement.OverlapRatio!.Value);
    }

    private static Answer Answer(string worker, params Segment[] segments) => new(worker) { Tracks = [new Track(new TrackKey("defect", null), segments)] };

    private static Segment At(decimal start, decimal end, string? label) => new(Interval.Seconds(start, end), label);
}
