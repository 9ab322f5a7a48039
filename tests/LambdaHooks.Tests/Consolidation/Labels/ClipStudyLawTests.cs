using CsCheck;
using LambdaHooks.Answers;
using LambdaHooks.Consolidation;

namespace LambdaHooks.Tests.Consolidation.Labels;

public class ClipStudyLawTests
{
    [Fact]
    public void OrderOfObjectsWorkersAndQuestionsChangesNothing() => Gen.Select(SomeClips.Batches, Gen.Int, Gen.Int[0, 2]).Sample((batch, seed, excluded) =>
    {
        ObjectAnswers[] shuffled = [.. batch.Select(o => new ObjectAnswers(o.ObjectId, SomeAnswers.Shuffled(o.Answers, seed)))];
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(SomeClips.InWords(batch, Weight), SomeClips.InWords(shuffled, Weight));

        double Weight(string worker) => worker == $"w{excluded}" ? 0 : 1;
    }, iter: 10_000);

    [Fact]
    public void OneWorkersAnswersPassThroughUnchanged() => SomeClips.Batches.Sample(batch =>
    {
        ObjectAnswers[] alone = [.. batch.Select(o => new ObjectAnswers(o.ObjectId, [o.Answers[0]]))];
        var study = SomeClips.Study(alone);
        foreach (var data in alone)
        {
            Assert.All(study.Fuse(data), fused =>
            {
                Assert.Equal(InWords.ClipAnswer(data.Answers[0].Clip[fused.Question]), InWords.ClipAnswer(fused.Value));
                Assert.True(fused.Confidence is null or 1, $"{fused.Confidence}");
                Assert.Equal([Flags.OneWorker], fused.Flags);
            });
        }
    }, iter: 10_000);

    [Fact]
    public void AUnanimousLabelStandsWithConfidence() => Gen.Select(SomeClips.Choices, Gen.Int[2, 5]).Sample((batch, workers) =>
    {
        var unanimous = new ObjectAnswers("same", [.. Enumerable.Range(0, workers).Select(w => SomeClips.Answer($"w{w}", "q", new ClipAnswer.Choice("c")))]);
        var fused = Assert.Single(SomeClips.Study([.. batch, unanimous]).Fuse(unanimous));

        Assert.Equal(new ClipAnswer.Choice("c"), fused.Value);
        Assert.Empty(fused.Posterior);
        Assert.InRange(fused.Confidence!.Value, 0.5, 1);
    }, iter: 10_000);

    [Fact]
    public void SomebodyWhoSaysWhatWasFusedChangesNoWinnerOfAnObjectAlone() =>
        SomeClips.Choices.Sample(batch => AssertWinnersStand(batch[..1], _ => true), iter: 10_000);

    /// <summary>Where nothing decides several objects, somebody who takes a side in each may well decide one of them the other way.</summary>
    [Fact]
    public void SomebodyWhoSaysWhatWasFusedChangesNoWinnerThatWasCertain() =>
        SomeClips.Choices.Sample(batch => AssertWinnersStand(batch, fused => !fused.Flags.Contains(Flags.LabelUncertain)), iter: 10_000);

    private static void AssertWinnersStand(ObjectAnswers[] batch, Func<ConsolidatedClipAnswer, bool> mustStand)
    {
        var before = Winners(batch);
        var after = Winners([.. batch.Select((o, i) => new ObjectAnswers(o.ObjectId, [.. o.Answers, new Answer("clone") { Clip = before[i].ToDictionary(c => c.Question, c => c.Value) }]))]);
        for (var i = 0; i < batch.Length; i++)
        {
            for (var question = 0; question < before[i].Count; question++)
            {
                Assert.True(!mustStand(before[i][question]) || before[i][question].Value == after[i][question].Value, $"{SomeClips.InWords(before[i][question])} became {SomeClips.InWords(after[i][question])}");
            }
        }
    }

    private static IReadOnlyList<ConsolidatedClipAnswer>[] Winners(ObjectAnswers[] batch)
    {
        var study = SomeClips.Study(batch);
        return [.. batch.Select(study.Fuse)];
    }
}
