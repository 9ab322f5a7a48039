using LambdaHooks.Benchmarks.Measuring;
using LambdaHooks.Benchmarks.Programs;

namespace LambdaHooks.Benchmarks;

/// <summary>The benchmarks by name.</summary>
internal sealed class BenchmarkSet(Workspace workspace, Bootstrap bootstrap, Report report)
{
    public static IReadOnlyList<string> Names { get; } = ["start", "payload", "peaks", "match"];

    /// <summary>Runs one, or all in turn.</summary>
    public async Task RunAsync(string which, CancellationToken cancel)
    {
        foreach (var name in Names.Where(n => which == "all" || which == n))
        {
            await (name switch
            {
                "start" => new StartBenchmark(workspace, bootstrap, report).RunAsync(cancel),
                "payload" => new PayloadBenchmark(workspace, bootstrap, report).RunAsync(cancel),
                "peaks" => new PeaksBenchmark(workspace, bootstrap, report).RunAsync(cancel),
                _ => new MatchBenchmark(report).RunAsync(cancel),
            });
        }
    }
}
