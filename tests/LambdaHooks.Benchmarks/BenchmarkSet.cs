using LambdaHooks.Benchmarks.Measuring;
using LambdaHooks.Benchmarks.Programs;

namespace LambdaHooks.Benchmarks;

/// <summary>The benchmarks by name.</summary>
internal sealed class BenchmarkSet(Workspace workspace, NativePrograms programs, Report report, FuzzRange fuzz)
{
    public static IReadOnlyList<string> Names { get; } = ["start", "payload", "peaks", "decode", "s3", "match", "labels", "texts", "gamma", "fuzz"];

    /// <summary>Runs one, or all in turn.</summary>
    public async Task RunAsync(string which, CancellationToken cancel)
    {
        foreach (var name in Names.Where(n => which == "all" || which == n))
        {
            await (name switch
            {
                "start" => new StartBenchmark(workspace, programs.Function, report).RunAsync(cancel),
                "payload" => new PayloadBenchmark(workspace, programs.Function, report).RunAsync(cancel),
                "peaks" => new PeaksBenchmark(workspace, programs.CommandLine, report).RunAsync(cancel),
                "decode" => new DecodeBenchmark(workspace, programs.CommandLine, report).RunAsync(cancel),
                "s3" => new S3Benchmark(workspace, programs.Function, report).RunAsync(cancel),
                "labels" => new LabelsBenchmark(workspace, report).RunAsync(cancel),
                "gamma" => new GammaBenchmark(workspace, report).RunAsync(cancel),
                "texts" => new TextsBenchmark(report).RunAsync(cancel),
                "fuzz" => new FuzzBenchmark(report, fuzz).RunAsync(cancel),
                _ => new MatchBenchmark(report).RunAsync(cancel),
            });
        }
    }
}
