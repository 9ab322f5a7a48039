using LambdaHooks.Answers;
using LambdaHooks.Consolidation;
using LambdaHooks.Datasets;

namespace LambdaHooks.Tests.Datasets;

public class PreferencePairTests
{
    private static readonly string[] AB = ["a", "b"];
    private static readonly string[] ABC = ["a", "b", "c"];

    [Fact]
    public void ThePreferredCandidateIsChosen() => Assert.Equal(
        new PreferencePair("job/7/b-over-a", "Say it.", "s3://m/b", "s3://m/a", 1.6667, 1, 3, "p1", "model-b", "model-a"),
        Pair(new Preference(AB, 1, false), new Preference(AB, 2, false), new Preference(AB, 2, false)));

    [Fact]
    public void ATieMakesNoPair() => Assert.Null(Pair(new Preference(AB, -1, false), new Preference(AB, 1, false)));

    [Fact]
    public void ACalledTieMakesNoPair() => Assert.Null(Pair(new Preference(AB, 0, true)));

    [Fact]
    public void NobodysPreferenceMakesNoPair() => Assert.Null(Pair());

    [Fact]
    public void ARankingOfThreeMakesThePairOfBestAndWorst()
    {
        var pair = Pair(new Preference(ABC, 0, false) { Ranking = [["c"], ["a"], ["b"]] })!;

        Assert.Equal(("s3://m/c", "s3://m/b", "job/7/c-over-b"), (pair.Chosen, pair.Rejected, pair.Id));
    }

    [Fact]
    public void BestAndWorstThatNobodyComparedMakeNoPair()
    {
        var chain = Pair(new Preference(AB, -3, false), new Preference(["b", "c"], -3, false));

        Assert.Null(chain);
    }

    [Fact]
    public void AnUnknownPromptMakesNoPair() => Assert.Null(PreferencePair.From(Result(new Preference(AB, -3, false)) with { Prompt = null }));

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public void AnUnknownMediumMakesNoPair(string known)
    {
        var result = Result(new Preference(AB, -3, false));

        Assert.Null(PreferencePair.From(result with { Media = result.Media.Where(m => m.Key == known).ToDictionary() }));
    }

    [Fact]
    public void WhatMadeTheMediaMayBeUnknown()
    {
        var result = Result(new Preference(AB, -3, false));
        var pair = PreferencePair.From(result with { PromptId = null, Media = result.Media.ToDictionary(m => m.Key, m => m.Value with { Model = null }) })!;

        Assert.Equal(("s3://m/a", null, null, null), (pair.Chosen, pair.ChosenModel, pair.RejectedModel, pair.PromptId));
    }

    private static PreferencePair? Pair(params Preference[] preferences) => PreferencePair.From(Result(preferences));

    private static ObjectResult Result(params Preference[] preferences) => new(
        "job", "7", Consolidator.Consolidate([.. preferences.Select((p, i) => new Answer($"w{i}") { Preference = p })]))
    {
        Prompt = "Say it.",
        PromptId = "p1",
        Media = ABC.ToDictionary(id => id, id => new ResultMedium($"s3://m/{id}", $"model-{id}", null)),
    };
}
