using LambdaHooks.Consolidation.Labels;

namespace LambdaHooks.Tests.Consolidation.Labels;

/// <summary>A made-up crowd with known truth: good workers, some who answer at random or always the same, some labels that are easily confused.</summary>
internal sealed record SimulatedLabels(int Labels, int Items, int Workers, int AnswersAnItem)
{
    private const double Confused = 0.7;
    private const double Steady = 0.97;

    public double Spam { get; init; }

    public bool Confusable { get; init; }

    /// <summary>How unevenly work is shared; 0 is evenly.</summary>
    public double Skew { get; init; }

    /// <summary>How uneven the labels' shares are; 0 is even.</summary>
    public double Uneven { get; init; }

    /// <summary>Share of items on which everybody is right only half as often.</summary>
    public double Hard { get; init; }

    public (LabelProblem Problem, int[] Truth) Make(int seed)
    {
        var random = new Random(seed);
        var truth = Truth(random);
        var accuracies = Enumerable.Range(0, Workers).Select(_ => Math.Min(0.98, 0.62 + (0.36 * Math.Sqrt(random.NextDouble())))).ToArray();
        var kinds = Enumerable.Range(0, Workers).Select(_ => random.NextDouble() < Spam ? 1 + random.Next(2) : 0).ToArray();
        var favourites = Enumerable.Range(0, Workers).Select(_ => random.Next(Labels)).ToArray();
        var zeal = Enumerable.Range(0, Workers).Select(_ => Math.Exp(Skew * Normal(random))).ToArray();
        var answers = new List<LabelAnswer>();
        for (var item = 0; item < Items; item++)
        {
            var accuracyHere = random.NextDouble() < Hard ? 0.5 : 1;
            foreach (var worker in Chosen(zeal, random))
            {
                var given = kinds[worker] switch
                {
                    1 => random.Next(Labels),
                    2 when random.NextDouble() < Steady => favourites[worker],
                    _ => random.NextDouble() < accuracies[worker] * accuracyHere ? truth[item] : Wrong(truth[item], random),
                };
                answers.Add(new LabelAnswer(item, worker, given));
            }
        }

        return (new LabelProblem(Items, Workers, Labels, answers), truth);
    }

    public static double Accuracy(int[] truth, Func<int, int> label) => Enumerable.Range(0, truth.Length).Count(i => label(i) == truth[i]) / (double)truth.Length;

    /// <summary>Votes, ties by the more frequent label, as the estimate breaks them.</summary>
    public static int[] Majority(LabelProblem problem)
    {
        var mass = new int[problem.Labels];
        foreach (var answer in problem.Answers)
        {
            mass[answer.Label]++;
        }

        return [.. problem.Answers.GroupBy(a => a.Item).OrderBy(g => g.Key)
            .Select(g => g.GroupBy(a => a.Label).OrderByDescending(l => l.Count()).ThenByDescending(l => mass[l.Key]).ThenBy(l => l.Key).First().Key)];
    }

    private int[] Truth(Random random)
    {
        var shares = Enumerable.Range(0, Labels).Select(_ => Math.Exp(Uneven * Normal(random))).ToArray();
        return [.. Enumerable.Range(0, Items).Select(_ => Pick(shares, random))];
    }

    private int Wrong(int truth, Random random)
    {
        var partner = truth ^ 1;
        return Confusable && partner < Labels && random.NextDouble() < Confused ? partner : (truth + 1 + random.Next(Labels - 1)) % Labels;
    }

    private int[] Chosen(double[] zeal, Random random) =>
        [.. zeal.Select((z, worker) => (Worker: worker, Key: Math.Log(random.NextDouble()) / z)).OrderByDescending(w => w.Key).Take(AnswersAnItem).Select(w => w.Worker)];

    private static int Pick(double[] shares, Random random)
    {
        var left = random.NextDouble() * shares.Sum();
        for (var i = 0; i < shares.Length - 1; i++)
        {
            left -= shares[i];
            if (left < 0)
            {
                return i;
            }
        }

        return shares.Length - 1;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
