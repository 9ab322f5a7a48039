using System.Globalization;
using LambdaHooks.Benchmarks.Measuring;
using LambdaHooks.Consolidation.Texts;

namespace LambdaHooks.Benchmarks;

/// <summary>Merging of ever longer transcripts that differ little, in process: does the time grow with the words, or with their square?</summary>
internal sealed class TextsBenchmark(Report report)
{
    private const int Workers = 5;
    private const int Seed = 20261122;
    private const int Vocabulary = 2000;
    private const double ErrorRate = 0.04;
    private const double MostGrowth = 1.5;

    private static readonly int[] Steps = [30, 100, 300, 1000, 3000, 10_000];
    private static readonly string[] Head = ["words a worker", "min", "median", "max", "per word", "allocated per word", "growth exponent"];

    public Task RunAsync(CancellationToken cancel)
    {
        report.Title($"texts: TextStudy and TextFusion in process, one transcript, {Workers} workers");
        WorkerText[][] texts = [.. Steps.Select(Texts)];
        var seconds = Steps.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= Contest.Rounds; round++)
        {
            for (var step = 0; step < Steps.Length; step++)
            {
                cancel.ThrowIfCancellationRequested();
                var measured = InProcess.Seconds(() => Run(texts[step]));
                if (round > 0)
                {
                    seconds[step].Add(measured);
                }
            }
        }

        Tell([.. seconds.Select(Spread.Of)], [.. texts.Select(one => InProcess.AllocatedBytes(() => Run(one)))]);
        return Task.CompletedTask;
    }

    private void Tell(Spread[] spreads, long[] allocated)
    {
        report.Table(Head, [.. Steps.Select((s, i) => new[]
        {
            s.ToString(CultureInfo.InvariantCulture),
            Units.Time(spreads[i].Least),
            Units.Time(spreads[i].Median),
            Units.Time(spreads[i].Most),
            Units.Time(spreads[i].Median / (s * Workers)),
            string.Create(CultureInfo.InvariantCulture, $"{allocated[i] / (s * Workers)} B"),
            i == 0 ? "-" : Units.Ratio(InProcess.Growth(spreads, Steps, i - 1, i)),
        })]);
        var (thousand, last) = (Array.IndexOf(Steps, 1000), Steps.Length - 1);
        var growth = InProcess.Growth(spreads, Steps, thousand, last);
        report.Target($"texts: growth exponent from {Steps[thousand]} to {Steps[last]} words under {Units.Ratio(MostGrowth)}, where 2 is quadratic", growth < MostGrowth, Units.Ratio(growth));
    }

    private static void Run(WorkerText[] texts)
    {
        var study = new TextStudy();
        study.Add(texts);
        var fused = TextFusion.Fuse(texts, study.Finish(new Dictionary<string, double>()));
        _ = !fused.IsDisputed ? 0 : throw new BenchmarkException("The transcript was not merged.");
    }

    private static WorkerText[] Texts(int words)
    {
        var random = new Random(Seed);
        string[] truth = [.. Enumerable.Range(0, words).Select(_ => $"w{random.Next(Vocabulary)}")];
        return [.. Enumerable.Range(0, Workers).Select(w => new WorkerText($"worker-{w}", string.Join(' ', truth.SelectMany(t => Written(t, random)))))];
    }

    private static string[] Written(string word, Random random) => random.NextDouble() >= ErrorRate ? [word] : random.Next(4) switch
    {
        0 => [$"w{random.Next(Vocabulary)}"],
        1 => [word + "x"],
        2 => [],
        _ => [word, $"w{random.Next(Vocabulary)}"],
    };
}
