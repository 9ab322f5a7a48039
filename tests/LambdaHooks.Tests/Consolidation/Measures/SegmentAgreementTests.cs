using CsCheck;
using LambdaHooks.Consolidation.Measures;
using LambdaHooks.Timeline;

namespace LambdaHooks.Tests.Consolidation.Measures;

public class SegmentAgreementTests
{
    private static readonly Gen<Segment[]> Marks = Gen.Select(Gen.Int[0, 20], Gen.Int[0, 6], Gen.OneOf("x", "y"))
        .Select((start, length, label) => Mark(start, start + length, label)).Array[0, 8];

    [Fact]
    public void MatchesNeedTheLabelAndTheThreshold()
    {
        Segment[] one = [Mark(0, 10, "x"), Mark(20, 30, "x"), Mark(40, 50, "x")];
        Segment[] other = [Mark(0, 10, "x"), Mark(20, 26, "x"), Mark(40, 50, "y")];

        var (f1, overlap) = SegmentAgreement.Of([[one, other]], 0.5);

        Assert.Equal((2.0 / 3, 1), (f1.Value!.Value, f1.Units));
        Assert.Equal(1.6 / 3, overlap.Value!.Value, 12);
        Assert.Equal(1.0 / 3, SegmentAgreement.Of([[one, other]], 0.75).F1.Value!.Value, 12);
    }

    [Fact]
    public void PairsAreAveragedWithinAClipAndClipsAmongEachOther()
    {
        Segment[] marks = [Mark(0, 10, "x")];

        var (f1, _) = SegmentAgreement.Of([[marks, marks, []], [[], []], [marks]], 0.5);

        Assert.Equal(((1.0 / 3) + 1) / 2, f1.Value!.Value, 12);
        Assert.Equal(2, f1.Units);
    }

    [Fact]
    public void WithoutTwoAnnotatorsThereIsAReasonInsteadOfANumber()
    {
        var (f1, overlap) = SegmentAgreement.Of([[[Mark(0, 1, "x")]], []], 0.5);

        Assert.Equal((null, SegmentAgreement.OneAnnotator), (f1.Value, f1.Reason));
        Assert.Equal((null, SegmentAgreement.OneAnnotator), (overlap.Value, overlap.Reason));
    }

    [Fact]
    public void TheOrderOfSegmentsChangesNothingAndEqualMarksAgreeFully() =>
        Gen.Select(Marks, Marks).SelectMany(p => Gen.Shuffle(p.Item1).Select(s => (A: p.Item1, B: p.Item2, Shuffled: s))).Sample(t =>
        {
            Assert.Equal(SegmentAgreement.Of([[t.A, t.B]], 0.5), SegmentAgreement.Of([[t.Shuffled, t.B]], 0.5));
            Assert.Equal(1, SegmentAgreement.Of([[t.A, t.Shuffled]], 0.75).F1.Value!.Value);
            Assert.InRange(SegmentAgreement.Of([[t.A, t.B]], 0.5).Overlap.Value!.Value, 0, SegmentAgreement.Of([[t.A, t.B]], 0.5).F1.Value!.Value);
        }, iter: 10_000);

    private static Segment Mark(int start, int end, string label) => new(Interval.Seconds(start, end), label);
}
