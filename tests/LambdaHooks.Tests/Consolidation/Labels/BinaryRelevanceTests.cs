using LambdaHooks.Consolidation.Labels;

namespace LambdaHooks.Tests.Consolidation.Labels;

public class BinaryRelevanceTests
{
    private static readonly string[] Options = ["car", "grass", "house", "human", "train", "tree"];

    [Fact]
    public void ThePublishedSetsAreReproduced()
    {
        string[][][] sets = [[["house", "tree"], ["house"], ["house", "tree", "grass"]], [["car"], ["car", "human"], ["train"]]];
        var answers = sets.SelectMany((workers, item) => workers.SelectMany((set, worker) => Options.Select((o, option) => new OptionAnswer(item, worker, option, set.Contains(o)))));

        var result = BinaryRelevance.Estimate(Options.Length, [.. answers], null, null, [], DawidSkeneOptions.Default);

        Assert.Equal(["house", "tree"], Options.Where((_, o) => result[o].IsSet(0)));
        Assert.Equal(["car"], Options.Where((_, o) => result[o].IsSet(1)));
    }

    [Fact]
    public void HalfSetIsOpenAndNotSet()
    {
        var result = BinaryRelevance.Estimate(1, [new(0, 0, 0, true), new(0, 1, 0, false)], null, null, [], DawidSkeneOptions.Default)[0];

        Assert.Equal((false, true), (result.IsSet(0), result.IsOpen(0)));
        Assert.Equal(0.5, result.ConfidenceOf(0), 1e-9);
    }

    [Fact]
    public void GoldDecides()
    {
        var gold = new Dictionary<(int Item, int Option), bool> { [(0, 0)] = false };

        Assert.False(BinaryRelevance.Estimate(1, [new(0, 0, 0, true), new(0, 1, 0, true)], gold, null, [], DawidSkeneOptions.Default)[0].IsSet(0));
    }

    [Fact]
    public void AnExcludedWorkerSetsNothing() =>
        Assert.False(BinaryRelevance.Estimate(1, [new(0, 0, 0, true), new(0, 1, 0, true), new(0, 2, 0, false)], null, null, [0, 0, 1], DawidSkeneOptions.Default)[0].IsSet(0));

    [Fact]
    public void AnItemWhoseBoxNobodySawIsNotSetWithoutConfidence()
    {
        var result = BinaryRelevance.Estimate(1, [new(1, 0, 0, true)], null, null, [], DawidSkeneOptions.Default)[0];

        Assert.Equal((false, 0, false), (result.IsSet(0), result.ConfidenceOf(0), result.IsOpen(0)));
    }
}
