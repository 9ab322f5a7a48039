using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.Consolidation.Labels;
using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Tests.Consolidation.Labels;

public class ClipStudyTests
{
    private static readonly string[] Colours = ["blue", "green", "red"];

    [Fact]
    public void EachQuestionsKindIsToldFromTheBatch()
    {
        Assert.Equal(QuestionKind.Choice, Kind(Choice("a")));
        Assert.Equal(QuestionKind.Choice, Kind(SomeClips.Set("+a", "-b"), SomeClips.Set("-a", "+b")));
        Assert.Equal(QuestionKind.CheckBoxes, Kind(SomeClips.Set("+a", "-b"), SomeClips.Set("-a", "-b")));
        Assert.Equal(QuestionKind.CheckBoxes, Kind(SomeClips.Set("+a")));
        Assert.Equal(QuestionKind.Rating, Kind(Number(1), Number(2.5), Number(10)));
        Assert.Equal(QuestionKind.Number, Kind(Number(1), Number(2)));
        Assert.Equal(QuestionKind.Number, Kind(Number(1), Number(2), Number(11)));
        Assert.Equal(QuestionKind.Number, Kind(Number(1), Number(2), Number(2.2)));
        Assert.Equal(QuestionKind.Text, Kind(Text("a"), Text("b")));
        Assert.Equal(QuestionKind.Choice, Kind([.. Enumerable.Repeat(Text("a"), 5), .. Enumerable.Repeat(Text("b"), 5)]));
        Assert.Equal(QuestionKind.Text, Kind([.. Enumerable.Repeat(Text("a"), 9), Text("")]));
    }

    [Fact]
    public void AWorkerWhoIsOftenWrongIsOutvotedByOneWhoIsOftenRight()
    {
        // On twenty clips w0 and w1 agree, and w2 and w3 each err in their own way; on the last, w0 stands against w2.
        var rows = Enumerable.Range(0, 20).Select(i => new[] { Colour(i), Colour(i), Colour(i + 1), Colour(i + 2) });
        var batch = SomeClips.Batch([.. rows, [Choice("red"), null, Choice("blue"), null], [Choice("blue"), null, Choice("red"), null]]);
        var study = SomeClips.Study(batch);

        Assert.Equal([Choice("red"), Choice("blue")], batch[^2..].Select(o => study.Fuse(o)[0].Value));
        Assert.True(study.Of("w0").Accuracy > 0.9 && study.Of("w2").Accuracy < 0.2, $"{study.Of("w0").Accuracy} {study.Of("w2").Accuracy}");
        Assert.Empty(study.Fuse(batch[^1])[0].Flags);
    }

    [Fact]
    public void OneAgainstOneIsFlagged() => Assert.Equal([Flags.LabelUncertain], Fuse(Choice("a"), Choice("b")).Flags);

    [Fact]
    public void ThePosteriorNamesEveryGivenLabelBestFirst()
    {
        var fused = Fuse(Choice("b"), Choice("b"), Choice("a"));

        Assert.Equal(["b", "a"], fused.Posterior.Select(p => p.Label));
        Assert.Equal(1, fused.Posterior.Sum(p => p.Probability), 1e-9);
        Assert.Equal(fused.Posterior[0].Probability, fused.Confidence!.Value, 1e-9);
    }

    [Fact]
    public void RatingsAreSummedUpAndFlaggedWhereTheyDiffer()
    {
        var batch = SomeClips.Batch([Number(4), Number(4), Number(5)], [Number(1), Number(3), Number(5)], [Number(2), Number(2), Number(4), Number(4)]);
        var study = SomeClips.Study(batch);
        var fused = batch.Select(o => study.Fuse(o)[0]).ToArray();

        Assert.Equal([Number(4), Number(3), Number(3)], fused.Select(f => f.Value));
        Assert.Equal(13 / 3.0, fused[0].Rating!.Mean, 1e-9);
        Assert.Equal(Math.Sqrt(1 / 3.0), fused[0].Rating!.Deviation!.Value, 1e-9);
        Assert.Equal(3, fused[0].Rating!.Count);
        Assert.Equal([[], [Flags.RatingSpread], [Flags.RatingSpread]], fused.Select(f => f.Flags));
        Assert.All(fused, f => Assert.Null(f.Confidence));
    }

    [Fact]
    public void ExcludedWorkersAreEvidenceAndDecideNothing()
    {
        var batch = SomeClips.Batch([Choice("a"), Choice("b"), Choice("b")]);
        var fused = new ClipStudy(batch, ConsolidationSettings.Default, w => w == "w0" ? 1 : 0, TextReliabilities.None).Fuse(batch[0])[0];

        Assert.Equal(Choice("a"), fused.Value);
        Assert.Equal(3, fused.Evidence.Count);
        Assert.Contains(Flags.OneWorker, fused.Flags);
    }

    [Fact]
    public void WhereAllAreExcludedTheirAnswerStaysTheAnswer()
    {
        var batch = SomeClips.Batch([Number(4)]);

        Assert.Equal(Number(4), new ClipStudy(batch, ConsolidationSettings.Default, _ => 0, TextReliabilities.None).Fuse(batch[0])[0].Value);
    }

    [Fact]
    public void GoldDecidesMeasuresAndIsFlaggedWhereItWasMissed()
    {
        var batch = SomeClips.Batch([Choice("a"), Choice("a"), Choice("b")], [Choice("a"), Choice("a"), Choice("a")]);
        var gold = new Dictionary<string, Answer> { ["o0"] = SomeClips.Answer("gold", "q", Choice("b")) };
        var study = new ClipStudy(batch, new ConsolidationSettings { Gold = gold }, _ => 1, TextReliabilities.None);
        var fused = study.Fuse(batch[0])[0];

        Assert.Equal((Choice("b"), 1), (fused.Value, fused.Confidence));
        Assert.Equal([Flags.GoldFailed], fused.Flags);
        Assert.Equal([0, 0, 1], Enumerable.Range(0, 3).Select(w => study.Of($"w{w}").GoldAgreement));
        Assert.Empty(study.Fuse(batch[1])[0].Flags);
    }

    [Fact]
    public void AConstantAnswererIsFound()
    {
        var batch = SomeClips.Batch([.. Enumerable.Range(0, 30).Select(i => new[] { Colour(i), Colour(i), i < 20 ? Choice("red") : null })]);

        Assert.Equal([new ConstantAnswer("w2", "q", 1, 1 / 3.0, 20)], SomeClips.Study(batch).ConstantAnswers);
    }

    [Fact]
    public void SameAnswersWhereMostGiveThemAreNotSuspicious()
    {
        var batch = SomeClips.Batch([.. Enumerable.Range(0, 30).Select(i => new[] { i % 4 == 0 ? Choice("blue") : Choice("red"), Choice("red") })]);

        Assert.Empty(SomeClips.Study(batch).ConstantAnswers);
    }

    [Fact]
    public void AnObjectAnsweredInAnotherShapeIsFusedByItself()
    {
        var batch = SomeClips.Batch([Choice("a"), Choice("a")], [Number(2), Number(3)]);

        Assert.Equal(Number(2.5), SomeClips.Study(batch).Fuse(batch[1])[0].Value);
    }

    [Fact]
    public void AHundredThousandLabelsOfOneQuestionAreNoProblem()
    {
        var batch = SomeClips.Batch([.. Enumerable.Range(0, 50_000).Select(i => new[] { Choice($"a{i}"), Choice($"b{i}") })]);
        var study = SomeClips.Study(batch);

        Assert.Equal(Choice("a7"), study.Fuse(batch[7])[0].Value);
        Assert.Equal([Flags.LabelUncertain], study.Fuse(batch[7])[0].Flags);
    }

    [Fact]
    public void OptionsThatOnlyTheirOwnWorkersNameAreNotFilledInForAllOthers()
    {
        ClipAnswer[] sets = [.. Enumerable.Range(0, 200).Select(w => SomeClips.Set([.. Enumerable.Range(0, 100).Select(o => $"+w{w:000}o{o:000}")]))];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fused = Fuse(sets);

        Assert.Equal(20_000, ((ClipAnswer.Options)fused.Value).Values.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300_000_000);
    }

    private static QuestionKind? Kind(params ClipAnswer[] answers) => SomeClips.Study(SomeClips.Batch(answers)).KindOf("q");

    private static ConsolidatedClipAnswer Fuse(params ClipAnswer[] answers)
    {
        var batch = SomeClips.Batch(answers);
        return SomeClips.Study(batch).Fuse(batch[0])[0];
    }

    private static ClipAnswer Choice(string label) => new ClipAnswer.Choice(label);

    private static ClipAnswer Colour(int i) => Choice(Colours[i % 3]);

    private static ClipAnswer Number(double value) => new ClipAnswer.Number(value);

    private static ClipAnswer Text(string value) => new ClipAnswer.Text(value);
}
