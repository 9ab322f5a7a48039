using CsCheck;
using LambdaHooks.Answers;
using LambdaHooks.Consolidation;

namespace LambdaHooks.Tests.Consolidation;

public class PreferenceFusionTests
{
    private static readonly string[] AB = ["a", "b"];
    private static readonly string[] BA = ["b", "a"];
    private static readonly string[] ABC = ["a", "b", "c"];

    private static readonly Gen<Preference> OfTwo = Gen.Select(Gen.Bool, Gen.Int[-6, 6], Gen.Bool, (swapped, halves, tie) =>
        new Preference(swapped ? BA : AB, halves / 2.0, tie && halves == 0));

    private static readonly Gen<Preference> OfThree = Gen.Select(Gen.Shuffle(ABC), Gen.Shuffle(ABC), Gen.Int[0, 3], Gen.Int[0, 3], (order, ranking, strength, groups) =>
        new Preference(order, strength, false) { Ranking = Grouped(ranking, groups) });

    private static readonly Gen<Answer[]> Several = Gen.OneOf(OfTwo, OfThree).Array[0, 6]
        .Select(all => all.Select((preference, i) => new Answer($"w{i}") { Preference = preference }).ToArray());

    [Theory]
    [InlineData("a b", -3, "a", 3)]
    [InlineData("a b", 2, "b", 2)]
    [InlineData("b a", -3, "b", 3)]
    [InlineData("b a", 1, "a", 1)]
    public void NegativeIsTheFirstShownAndPositiveTheLast(string order, double strength, string better, double margin)
    {
        var fused = Fuse(new Preference(order.Split(' '), strength, false));

        var pair = Assert.Single(fused.Pairs);
        Assert.Equal((better, margin, 1.0, 1, false), (pair.Better, pair.Margin, pair.Agreement, pair.Workers, pair.Tie));
        Assert.Equal([(better, margin), (pair.Worse, -margin)], fused.Scores);
    }

    [Fact]
    public void StrengthsOfSeveralWorkersAreAveragedWhateverOrderTheySaw()
    {
        var pair = Assert.Single(Fuse(new Preference(AB, -3, false), new Preference(BA, -1, false), new Preference(BA, 2, false)).Pairs);

        Assert.Equal(("a", "b", 3), (pair.Better, pair.Worse, pair.Workers));
        Assert.Equal((3 - 1 + 2) / 3.0, pair.Margin, 9);
        Assert.Equal(2 / 3.0, pair.Agreement, 9);
    }

    [Fact]
    public void ACalledTieHasNoStrength()
    {
        var fused = Fuse(new Preference(BA, -3, Tie: true));

        Assert.Equal(new ComparedPair("a", "b", 0, 0, 1), Assert.Single(fused.Pairs));
        Assert.Equal([("a", 0), ("b", 0)], fused.Scores);
    }

    [Theory]
    [InlineData(0.24, true)]
    [InlineData(0.25, false)]
    public void AMarginUnderAQuarterIsTooCloseToCall(double margin, bool tie) => Assert.Equal(tie, new ComparedPair("a", "b", margin, 1, 1).Tie);

    [Fact]
    public void OpposedWorkersTie()
    {
        var pair = Assert.Single(Fuse(new Preference(AB, -2, false), new Preference(AB, 2, false)).Pairs);

        Assert.Equal(("a", 0, 0.5, true), (pair.Better, pair.Margin, pair.Agreement, pair.Tie));
    }

    [Fact]
    public void ARankingOfThreeComparesEveryPair()
    {
        var fused = Fuse(new Preference(ABC, 0, false) { Ranking = [["c"], ["a"], ["b"]] });

        Assert.Equal([("c", 1), ("a", 0), ("b", -1)], fused.Scores);
        Assert.Equal([new("a", "b", 1, 1, 1), new("c", "a", 1, 1, 1), new("c", "b", 1, 1, 1)], fused.Pairs);
    }

    [Fact]
    public void CandidatesOfOneGroupAreEqual()
    {
        var fused = Fuse(new Preference(ABC, 2, false) { Ranking = [["b", "a"], ["c"]] });

        Assert.Equal([new("a", "b", 0, 0, 1), new("a", "c", 2, 1, 1), new("b", "c", 2, 1, 1)], fused.Pairs);
        Assert.Equal([("a", 1), ("b", 1), ("c", -2)], fused.Scores);
    }

    [Fact]
    public void WhoGaveNoPreferenceHasNoSay()
    {
        Answer[] answers = [new("w1"), new("w2") { Preference = new Preference(AB, -1, false) }];

        Assert.Equal(["w2"], Consolidator.Consolidate(answers).Preference!.Evidence.Select(e => e.Worker));
        Assert.Null(Consolidator.Consolidate([answers[0]]).Preference);
    }

    [Fact]
    public void OrderOfAnswersChangesNothing() => Gen.Select(Several, Gen.Int).Sample((answers, seed) =>
        Assert.Equal(InWords.Everything(Consolidate(answers)), InWords.Everything(Consolidate(SomeAnswers.Shuffled(answers, seed)))), iter: 10_000);

    [Fact]
    public void ShowingTwoCandidatesTheOtherWayRoundChangesNothing() => OfTwo.Array[1, 5].Sample(all =>
        AssertSameOutcome(Fuse(all), Fuse([.. all.Select(p => new Preference([.. p.Order.Reverse()], -p.Strength, p.Tie))])), iter: 10_000);

    [Fact]
    public void ShowingThreeCandidatesInAnotherOrderChangesNothing() => OfThree.Array[1, 5].Sample(all =>
        AssertSameOutcome(Fuse(all), Fuse([.. all.Select(p => p with { Order = ABC })])), iter: 10_000);

    [Fact]
    public void MarginsAndSharesStayInRange() => Several.Where(a => a.Length > 0).Sample(answers =>
    {
        var fused = Consolidate(answers).Preference!;
        Assert.All(fused.Pairs, p => Assert.InRange(p.Margin, 0, Preference.Strongest));
        Assert.All(fused.Pairs, p => Assert.InRange(p.Agreement, 0, 1));
        Assert.Equal(fused.Scores.Select(s => s.Score).OrderDescending(), fused.Scores.Select(s => s.Score));
        Assert.DoesNotContain(fused.Pairs, p => p.Better == p.Worse);
    }, iter: 10_000);

    private static void AssertSameOutcome(ConsolidatedPreference expected, ConsolidatedPreference actual)
    {
        Assert.Equal(expected.Scores, actual.Scores);
        Assert.Equal(expected.Pairs, actual.Pairs);
    }

    private static ConsolidatedPreference Fuse(params Preference[] preferences) =>
        Consolidate([.. preferences.Select((p, i) => new Answer($"w{i}") { Preference = p })]).Preference!;

    private static Consolidated Consolidate(IReadOnlyList<Answer> answers) => Consolidator.Consolidate(answers);

    private static IReadOnlyList<IReadOnlyList<string>> Grouped(string[] ranking, int groups) => groups switch
    {
        0 => [ranking],
        1 => [ranking[..1], ranking[1..]],
        2 => [ranking[..2], ranking[2..]],
        _ => [ranking[..1], ranking[1..2], ranking[2..]],
    };
}
