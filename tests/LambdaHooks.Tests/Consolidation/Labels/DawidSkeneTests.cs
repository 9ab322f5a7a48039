using System.Text.Json;
using LambdaHooks.Consolidation.Labels;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Tests.Consolidation.Labels;

public class DawidSkeneTests
{
    private const int No = 0;
    private const int Yes = 1;

    [Theory]
    [InlineData(0, new[] { 0.5, 0.6, 0.4, 1, 0.2 }, 0.54)]
    [InlineData(1, new[] { 0.65, 0.74, 0.13, 1, 0.05 }, 0.51)]
    public void EachStepOfThePublishedExampleIsReproduced(int iterations, double[] yes, double share)
    {
        var result = DawidSkene.Estimate(Toy(), DawidSkeneOptions.Plain with { Iterations = iterations });

        Assert.Equal(iterations, result.Iterations);
        Assert.All(yes, (expected, item) => Assert.Equal(expected, result.Of(item, Yes), 0.005));
        Assert.Equal(share, result.ShareOf(Yes), 0.005);
    }

    [Fact]
    public void TheErrorMatricesOfThePublishedExampleAreReproduced()
    {
        var result = DawidSkene.Estimate(Toy(), DawidSkeneOptions.Plain with { Iterations = 1 });

        Assert.Equal([0.75, 0.07, 0.87, 0.09], [result.ErrorOf(1, No, No), result.ErrorOf(1, Yes, No), result.ErrorOf(2, No, No), result.ErrorOf(2, Yes, No)], new Near(0.0051));
    }

    [Fact]
    public void TheTrueLabelsOfThePublishedExampleAreFound()
    {
        var result = DawidSkene.Estimate(Toy(), DawidSkeneOptions.Plain);

        Assert.Equal([Yes, Yes, No, Yes, No], Enumerable.Range(0, 5).Select(result.BestOf));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    [InlineData(30_000)]
    public void HoweverManyAnswerAlikeTheSharesStayTwoThirds(int overlap)
    {
        var answers = Enumerable.Range(0, 3).SelectMany(item => Enumerable.Range(0, overlap).Select(w => new LabelAnswer(item, w, (w - item) % 3 == 0 ? No : Yes)));

        var result = DawidSkene.Estimate(new LabelProblem(3, overlap, 2, [.. answers]), DawidSkeneOptions.Plain);

        Assert.All(Enumerable.Range(0, 3), item => Assert.Equal(2 / 3.0, result.Of(item, Yes), 1e-6));
    }

    [Fact]
    public void GoldDecidesAndMeasures()
    {
        var problem = new LabelProblem(2, 3, 3, [new(0, 0, 0), new(0, 1, 0), new(0, 2, 1), new(1, 0, 0), new(1, 2, 1)]) { Gold = new Dictionary<int, int> { [0] = 2 } };

        var result = DawidSkene.Estimate(problem, DawidSkeneOptions.Default);

        Assert.Equal(2, result.BestOf(0));
        Assert.Equal(1, result.ConfidenceOf(0));
        Assert.False(result.IsOpen(0));
        Assert.True(result.AccuracyOf(1) < DawidSkene.Estimate(problem with { Gold = new Dictionary<int, int> { [0] = 0 } }, DawidSkeneOptions.Default).AccuracyOf(1));
    }

    [Fact]
    public void AnExcludedWorkerHasNoSayButAnAccuracy()
    {
        var (problem, _) = new SimulatedLabels(4, 50, 5, 5).Make(1);
        LabelAnswer[] contrary = [.. problem.Answers.Select(a => a.Worker == 4 ? a with { Label = (problem.Answers.First(b => b.Item == a.Item).Label + 1) % 4 } : a)];
        var with = DawidSkene.Estimate(problem with { Answers = contrary, Weights = [1, 1, 1, 1, 0] }, DawidSkeneOptions.Default);
        var without = DawidSkene.Estimate(problem with { Answers = [.. contrary.Where(a => a.Worker != 4)] }, DawidSkeneOptions.Default);

        Assert.All(Enumerable.Range(0, 50), item => Assert.Equal(without.BestOf(item), with.BestOf(item)));
        Assert.True(with.AccuracyOf(4) < 0.3, $"{with.AccuracyOf(4)}");
    }

    [Fact]
    public void AKnownAccuracyTakesThePlaceOfTheEstimate()
    {
        var problem = new LabelProblem(1, 2, 2, [new(0, 0, 0), new(0, 1, 1)]) { KnownAccuracies = new Dictionary<int, double> { [0] = 0.6, [1] = 0.9 } };

        var result = DawidSkene.Estimate(problem, DawidSkeneOptions.Default with { Strength = double.PositiveInfinity, LearnClassPrior = false });

        Assert.Equal(0.9, result.AccuracyOf(1));
        Assert.Equal(1, result.BestOf(0));
        Assert.Equal(0.9 * 0.4 / ((0.9 * 0.4) + (0.1 * 0.6)), result.Of(0, 1), 1e-9);
        Assert.False(result.IsOpen(0));
    }

    [Fact]
    public void OneAgainstOneIsOpenAndTheMoreFrequentLabelStands()
    {
        var result = DawidSkene.Estimate(new LabelProblem(3, 4, 2, [new(0, 0, 0), new(0, 1, 1), new(1, 2, 1), new(1, 3, 1), new(2, 2, 1)]), DawidSkeneOptions.Default);

        Assert.Equal((1, true), (result.BestOf(0), result.IsOpen(0)));
        Assert.Equal((1, false), (result.BestOf(1), result.IsOpen(1)));
    }

    [Fact]
    public void AnExactTieIsOpenAndTheFirstLabelStands()
    {
        var result = DawidSkene.Estimate(new LabelProblem(1, 4, 2, [new(0, 0, 1), new(0, 1, 1), new(0, 2, 0), new(0, 3, 0)]), DawidSkeneOptions.Default);

        Assert.Equal((0, true), (result.BestOf(0), result.IsOpen(0)));
    }

    [Fact]
    public void AnItemWithoutAnswersHasNoLabel()
    {
        var result = DawidSkene.Estimate(new LabelProblem(2, 1, 1, [new(1, 0, 0)]), DawidSkeneOptions.Default);

        Assert.Equal((-1, 0, 0, false), (result.BestOf(0), result.ConfidenceOf(0), result.Of(0).Length, result.IsOpen(0)));
    }

    [Fact]
    public void NothingAtAllIsNoProblem() => Assert.Equal(1, DawidSkene.Estimate(new LabelProblem(0, 0, 0, []), DawidSkeneOptions.Default).Iterations);

    [Theory]
    [InlineData(100_000)]
    [InlineData(3000)]
    public void ManyLabelsTakeMemoryInProportionToTheAnswers(int labels)
    {
        LabelAnswer[] answers = [.. Enumerable.Range(0, labels).SelectMany(i => new[] { new LabelAnswer(i / 2, i % 7, i), new LabelAnswer(i / 2, 7 + (i % 7), i & ~1) })];
        var before = GC.GetAllocatedBytesForCurrentThread();

        var result = DawidSkene.Estimate(new LabelProblem(labels / 2, 14, labels, answers), DawidSkeneOptions.Default);

        Assert.True(result.IsOneCoin);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2000L * answers.Length);
        Assert.All(Enumerable.Range(0, labels / 2), item => Assert.Equal(2 * item, result.BestOf(item)));
    }

    [Fact]
    public void MatricesAreKeptWhereTheyFit() => Assert.False(DawidSkene.Estimate(new SimulatedLabels(5, 100, 10, 3).Make(1).Problem, DawidSkeneOptions.Default).IsOneCoin);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    public void NoNumberIsEverUndefined(double strength)
    {
        var result = DawidSkene.Estimate(new SimulatedLabels(3, 40, 4, 3) { Spam = 0.5 }.Make(3).Problem, new DawidSkeneOptions { Strength = strength });

        Assert.All(Enumerable.Range(0, 40), item => Assert.Equal(1, result.Of(item).ToArray().Sum(), 1e-9));
        Assert.All(Enumerable.Range(0, 4), worker => Assert.InRange(result.AccuracyOf(worker), 0, 1));
    }

    private static LabelProblem Toy()
    {
        using var vectors = JsonDocument.Parse(File.ReadAllText(Checkout.SharedData("data", "vectors.json")));
        var rows = vectors.RootElement.GetProperty("answers_toy").GetProperty("rows").EnumerateArray()
            .Select(r => new LabelAnswer(r[1].GetString()![1] - '1', r[0].GetString()![1] - '1', r[2].GetString() == "yes" ? Yes : No));
        return new LabelProblem(5, 5, 2, [.. rows]);
    }

    private sealed class Near(double by) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= by;

        public int GetHashCode(double value) => 0;
    }
}
