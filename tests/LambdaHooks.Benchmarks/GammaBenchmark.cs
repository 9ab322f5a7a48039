using System.Diagnostics;
using System.Globalization;
using LambdaHooks.Benchmarks.Measuring;
using LambdaHooks.Benchmarks.Programs;
using LambdaHooks.Consolidation.Measures;

namespace LambdaHooks.Benchmarks;

/// <summary>Best alignments in process, against the same set packing solved by HiGHS, and as continua grow.</summary>
/// <remarks>
/// The peer gets the candidate tuples ready made and is only timed while it solves: that leaves out what costs other implementations
/// most. Three annotators by 500 units took pygamma-agreement 19.5 s, and an implementation in numpy with HiGHS by connected component
/// 0.74 s, on the machine the target was set on.
/// </remarks>
internal sealed class GammaBenchmark(Workspace workspace, Report report)
{
    private const int Seed = 20261122;
    private const double Longest = 0.195;
    private const string Published = "3by500.csv";
    private const string Solve = """
        import sys, time, numpy, scipy.sparse as sparse
        from scipy.optimize import milp, LinearConstraint, Bounds
        savings, rows, columns = [], [], []
        for i, line in enumerate(open(sys.argv[1])):
            saving, *units = line.split()
            savings.append(float(saving)); rows += map(int, units); columns += [i] * len(units)
        began = time.perf_counter()
        a = sparse.csr_matrix((numpy.ones(len(rows)), (rows, columns)))
        milp(-numpy.array(savings), constraints=LinearConstraint(a, -numpy.inf, 1), bounds=Bounds(0, 1), integrality=numpy.ones(len(savings)))
        print(time.perf_counter() - began)
        """;

    private static readonly string[] Places = ["python3", "/usr/bin/python3"];
    private static readonly int[] Steps = [100, 200, 500, 1000, 2000];
    private static readonly string[] Head = ["continuum", "min", "median", "max", "allocated", "proven", "HiGHS", "HiGHS / ours"];

    public async Task RunAsync(CancellationToken cancel)
    {
        report.Title("gamma: best alignments in process, against scipy's HiGHS on the same candidates");
        var python = await PythonAsync();
        var rows = new List<string[]>();
        if (Read() is { } published)
        {
            var three = new GammaOptions { Alpha = 3 };
            var seconds = await AddAsync(rows, "3 annotators × 500 (published)", published, three, python);
            report.Target($"gamma: three annotators by 500 units within {Units.Time(Longest)}", seconds <= Longest, Units.Time(seconds));
        }
        else
        {
            report.UndecidedTarget($"gamma: three annotators by 500 units within {Units.Time(Longest)}", $"{Published} is not beside the checkout");
        }

        foreach (var step in Steps)
        {
            cancel.ThrowIfCancellationRequested();
            _ = await AddAsync(rows, string.Create(CultureInfo.InvariantCulture, $"5 annotators × {step}"), Made(5, step), new GammaOptions(), step <= 100 ? python : null);
        }

        report.Table(Head, rows);
    }

    private async Task<double> AddAsync(List<string[]> rows, string name, Continuum continuum, GammaOptions options, string? python)
    {
        var alignment = Gamma.Align(continuum, options);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var samples = new List<double>();
        for (var round = 0; round < Contest.Rounds && samples.Sum() < Contest.Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            _ = Gamma.Align(continuum, options);
            samples.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / samples.Count;
        var spread = Spread.Of(samples);
        var peer = python is null ? null : await PeerAsync(python, continuum, options);
        rows.Add(
        [
            name, Units.Time(spread.Least), Units.Time(spread.Median), Units.Time(spread.Most), Units.Bytes(allocated), alignment.IsProven ? "yes" : "no",
            peer is { } time ? Units.Time(time) : "-", peer is { } other ? Units.Ratio(other / spread.Median) : "-",
        ]);
        return spread.Median;
    }

    private async Task<string?> PythonAsync()
    {
        foreach (var place in Places)
        {
            if ((await Tool.RunAsync(place, "-c", "from scipy.optimize import milp")).ExitCode == 0)
            {
                return place;
            }
        }

        report.LeftOut("HiGHS, because no Python here has scipy 1.9 or later");
        return null;
    }

    private async Task<double?> PeerAsync(string python, Continuum continuum, GammaOptions options)
    {
        var units = UnitTable.Of(continuum);
        var scale = new CostScale(units.Annotators, units.Count);
        var table = TupleSearch.Run(units, new Dissimilarity(options.Alpha, options.Beta), scale);
        var file = workspace.PathOf("tuples.txt");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, table.Count).Select(t =>
            string.Create(CultureInfo.InvariantCulture, $"{table.Savings[t] / (double)scale.One:R} {string.Join(' ', table.UnitsOf(t).ToArray())}")));
        var (exitCode, text) = await Tool.RunAsync(python, "-c", Solve, file);
        return exitCode == 0 ? double.Parse(text, CultureInfo.InvariantCulture) : throw new BenchmarkException(text);
    }

    private static Continuum? Read()
    {
        var file = Workspace.Checkout("..", "shared", "data", "gamma-continua", Published);
        return File.Exists(file)
            ? new Continuum([.. File.ReadLines(file).Where(l => l.Length > 0).Select(l => l.Split(',')).GroupBy(r => r[0]).Select(rows => rows
                .Select(r => new ContinuumUnit(double.Parse(r[2], CultureInfo.InvariantCulture), double.Parse(r[3], CultureInfo.InvariantCulture), r[1])).ToArray())])
            : null;
    }

    private static Continuum Made(int annotators, int events)
    {
        var random = new Random(Seed);
        var truth = new List<(double Start, double End, int Category)>();
        for (var at = 0.0; truth.Count < events; at += truth[^1].End - at)
        {
            at += 1 + (random.NextDouble() * 8);
            truth.Add((at, at + 2 + (random.NextDouble() * 15), random.Next(4)));
        }

        return new Continuum([.. Enumerable.Range(0, annotators).Select(_ => truth.Where(_ => random.NextDouble() > 0.08).Select(t =>
        {
            var start = t.Start + ((random.NextDouble() - 0.5) * 4);
            return new ContinuumUnit(start, Math.Max(start, t.End + ((random.NextDouble() - 0.5) * 4)), $"c{(random.NextDouble() < 0.1 ? random.Next(4) : t.Category)}");
        }).ToArray())]);
    }
}
