using System.Diagnostics;
using System.Globalization;
using LambdaHooks.Benchmarks.Measuring;
using LambdaHooks.Benchmarks.Programs;
using LambdaHooks.Consolidation.Labels;

namespace LambdaHooks.Benchmarks;

/// <summary>The label model on 50,000 answers, in process, against the plain model in numpy on the same answers; both without reading them.</summary>
internal sealed class LabelsBenchmark(Workspace workspace, Report report)
{
    private const int Items = 10_000;
    private const int Workers = 100;
    private const int Labels = 5;
    private const int AnswersAnItem = 5;
    private const int Seed = 20261122;
    private const double MostSeconds = 0.1;
    private const string Interpreter = "/usr/bin/python3";

    private const string Plain = """
        import sys, time, numpy as np
        I, W, L = np.loadtxt(sys.argv[1], dtype=np.int64).T
        T, n, C = I.max() + 1, W.max() + 1, L.max() + 1
        def run():
            P = np.bincount(I * C + L, minlength=T * C).reshape(T, C) / np.bincount(I, minlength=T)[:, None]
            for iteration in range(200):
                prior = P.mean(0)
                E = np.stack([np.bincount(W * C + L, P[I, c], n * C).reshape(n, C) for c in range(C)], 1)
                R = np.log(np.maximum(E / np.maximum(E.sum(2, keepdims=True), 1e-10), 1e-10))
                S = R[W, :, L]
                Q = np.stack([np.bincount(I, S[:, c], T) for c in range(C)], 1) + np.log(prior)
                Q = np.exp(Q - Q.max(1, keepdims=True))
                Q /= Q.sum(1, keepdims=True)
                moved, P = np.abs(Q - P).max(), Q
                if moved < 1e-8:
                    break
        run()
        for round in range(int(sys.argv[2])):
            began = time.perf_counter()
            run()
            print(time.perf_counter() - began)
        """;

    private static readonly string[] Head = ["program", "min", "median", "max", "× first"];

    public async Task RunAsync(CancellationToken cancel)
    {
        report.Title($"labels: {Items} items, {Workers} workers, {AnswersAnItem} answers an item, {Labels} labels");
        var problem = Problem();
        _ = Seconds(problem, DawidSkeneOptions.Default);
        report.Note($"iterations: {DawidSkene.Estimate(problem, DawidSkeneOptions.Default).Iterations} with priors, {DawidSkene.Estimate(problem, DawidSkeneOptions.Plain).Iterations} plain");
        var (own, plain) = (new List<double>(), new List<double>());
        for (var round = 0; round < Contest.Rounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            own.Add(Seconds(problem, DawidSkeneOptions.Default));
            plain.Add(Seconds(problem, DawidSkeneOptions.Plain));
        }

        var spreads = new List<(string Name, Spread Spread)> { ("this, with priors", Spread.Of(own)), ("this, plain", Spread.Of(plain)) };
        if (await PeerAsync(problem) is { } peer)
        {
            spreads.Add(peer);
        }
        else
        {
            report.LeftOut($"the plain model in numpy: {Interpreter} has none");
        }

        report.Table(Head, [.. spreads.Select(s => new[] { s.Name, Units.Time(s.Spread.Least), Units.Time(s.Spread.Median), Units.Time(s.Spread.Most), Units.Ratio(s.Spread.Median / spreads[0].Spread.Median) })]);
        report.Target($"labels: {Items * AnswersAnItem} answers in at most {Units.Time(MostSeconds)}", spreads[0].Spread.Median <= MostSeconds, Units.Time(spreads[0].Spread.Median));
    }

    private async Task<(string Name, Spread Spread)?> PeerAsync(LabelProblem problem)
    {
        var (exitCode, version) = await Tool.RunAsync(Interpreter, "-c", "import numpy; print(numpy.__version__)");
        if (exitCode != 0)
        {
            return null;
        }

        var file = workspace.PathOf("labels.txt");
        await File.WriteAllLinesAsync(file, problem.Answers.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Item} {a.Worker} {a.Label}")));
        var (failed, text) = await Tool.RunAsync(Interpreter, "-c", Plain, file, string.Create(CultureInfo.InvariantCulture, $"{Contest.Rounds}"));
        return failed == 0
            ? ($"plain Dawid-Skene, numpy {version.Trim()}", Spread.Of(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(s => double.Parse(s, CultureInfo.InvariantCulture))))
            : throw new BenchmarkException(text);
    }

    private static double Seconds(LabelProblem problem, DawidSkeneOptions options)
    {
        GC.Collect();
        var began = Stopwatch.GetTimestamp();
        var result = DawidSkene.Estimate(problem, options);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return result.BestOf(0) >= 0 ? seconds : throw new BenchmarkException("An item lost its label.");
    }

    /// <summary>Workers who are right six to nineteen times in twenty, every tenth of them at random.</summary>
    private static LabelProblem Problem()
    {
        var random = new Random(Seed);
        var accuracies = Enumerable.Range(0, Workers).Select(w => w % 10 == 0 ? 1.0 / Labels : 0.6 + (0.35 * random.NextDouble())).ToArray();
        var answers = new List<LabelAnswer>(Items * AnswersAnItem);
        for (var item = 0; item < Items; item++)
        {
            var (truth, first) = (random.Next(Labels), random.Next(Workers));
            for (var i = 0; i < AnswersAnItem; i++)
            {
                // Seven shares no factor with the number of workers, so the five are different.
                var worker = (first + (7 * i * (1 + (item % 3)))) % Workers;
                answers.Add(new LabelAnswer(item, worker, random.NextDouble() < accuracies[worker] ? truth : (truth + 1 + random.Next(Labels - 1)) % Labels));
            }
        }

        return new LabelProblem(Items, Workers, Labels, answers);
    }
}
