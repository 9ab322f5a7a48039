using LambdaHooks.Consolidation.Labels;

namespace LambdaHooks.Tests.Consolidation.Labels;

/// <summary>Crowds with known truth: how often labels are right, against votes and against the plain model, on average over fixed seeds.</summary>
public class DawidSkeneQualityTests
{
    [Theory]
    [InlineData(5, 5, 3, 3, 0, false, 300, -0.02)]
    [InlineData(5, 5, 3, 3, 0.25, false, 300, 0.01)]
    [InlineData(5, 20, 3, 3, 0.25, true, 200, 0.02)]
    [InlineData(5, 50, 6, 3, 0.25, false, 100, 0.05)]
    [InlineData(2, 50, 6, 3, 0.25, false, 100, 0)]
    [InlineData(5, 200, 10, 3, 0.25, true, 40, 0.05)]
    [InlineData(5, 1000, 20, 3, 0, true, 5, 0)]
    [InlineData(5, 1000, 20, 3, 0.25, true, 5, 0.04)]
    public void LabelsAreRightMoreOftenThanByVotes(int labels, int items, int workers, int each, double spam, bool confusable, int batches, double leastGain)
    {
        var (votes, _, estimate, _) = Compare(new SimulatedLabels(labels, items, workers, each) { Spam = spam, Confusable = confusable }, batches);

        Assert.True(estimate - votes >= leastGain, $"votes {votes:0.000}, estimate {estimate:0.000}");
    }

    [Theory]
    [InlineData(8, 20, 0, -0.005)]
    [InlineData(9, 40, 0.1, 0.005)]
    [InlineData(10, 60, 0.2, 0.015)]
    public void WithManyWorkersOfFewAnswersEachVotesWinNoMoreThanWhereNobodyAnswersBadly(int labels, int workers, double spam, double leastGain)
    {
        var (votes, plain, estimate, equalShares) = Compare(
            new SimulatedLabels(labels, 302, workers, 5) { Spam = spam, Confusable = true, Skew = 1, Uneven = 0.7, Hard = 0.1 }, 20);

        Assert.True(estimate >= votes + leastGain && estimate >= plain + 0.005, $"votes {votes:0.000}, plain {plain:0.000}, estimate {estimate:0.000}");
        Assert.True(estimate >= equalShares, $"equal shares {equalShares:0.000}, estimate {estimate:0.000}");
    }

    [Theory]
    [InlineData(20, 3)]
    [InlineData(50, 6)]
    public void InASmallBatchTheLabelOfAWorkerWhoAlwaysGivesItDoesNotBecomeTheUsualOne(int items, int workers)
    {
        var crowd = new SimulatedLabels(5, items, workers, 3) { Spam = 0.25 };
        var (ours, learned) = (0.0, 0.0);
        for (var seed = 0; seed < 100; seed++)
        {
            var (problem, truth) = crowd.Make(seed);
            ours += SimulatedLabels.Accuracy(truth, DawidSkene.Estimate(problem, DawidSkeneOptions.Default).BestOf) / 100;
            learned += SimulatedLabels.Accuracy(truth, DawidSkene.Estimate(problem, new DawidSkeneOptions { LearnClassPrior = true, ClassPriorCount = 1 }).BestOf) / 100;
        }

        Assert.True(ours >= learned + 0.01, $"shares learned {learned:0.000}, estimate {ours:0.000}");
    }

    private static (double Votes, double Plain, double Estimate, double EqualShares) Compare(SimulatedLabels crowd, int batches)
    {
        var sums = new double[5];
        for (var seed = 0; seed < batches; seed++)
        {
            var (problem, truth) = crowd.Make(seed);
            var majority = SimulatedLabels.Majority(problem);
            sums[0] += SimulatedLabels.Accuracy(truth, i => majority[i]) / batches;
            sums[1] += Of(DawidSkeneOptions.Plain) / batches;
            sums[2] += Of(DawidSkeneOptions.Default) / batches;
            sums[3] += Of(new DawidSkeneOptions { Strength = double.PositiveInfinity, LearnClassPrior = false }) / batches;
            sums[4] += Of(new DawidSkeneOptions { Strength = 10, LearnClassPrior = false }) / batches;

            double Of(DawidSkeneOptions options) => SimulatedLabels.Accuracy(truth, DawidSkene.Estimate(problem, options).BestOf);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{crowd}: votes {sums[0]:0.0000}, plain {sums[1]:0.0000}, estimate {sums[2]:0.0000}, one accuracy a worker {sums[3]:0.0000}, strength 10 and equal shares {sums[4]:0.0000}");
        return (sums[0], sums[1], sums[2], sums[4]);
    }
}
