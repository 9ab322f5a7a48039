using System.Diagnostics;
using System.Globalization;
using LambdaHooks.Benchmarks.Measuring;
using LambdaHooks.Tests.Media.Fuzzing;

namespace LambdaHooks.Benchmarks;

/// <summary>Which damaged files to read.</summary>
/// <param name="First">Number of the first.</param>
/// <param name="Count">How many.</param>
internal sealed record FuzzRange(int First, int Count)
{
    public static readonly FuzzRange Million = new(0, 1_000_000);
}

/// <summary>Damaged media read in process by everything that reads media: how fast, at what worst cost, and with which failures.</summary>
internal sealed class FuzzBenchmark(Report report, FuzzRange range)
{
    private const int WarmUp = 1000;

    private static readonly string[] Head = ["figure", "value", "of"];

    public Task RunAsync(CancellationToken cancel)
    {
        report.Title($"fuzz: {range.Count} damaged files from number {range.First} on, in process");

        _ = Run(Math.Min(range.Count, WarmUp), cancel);
        var began = Stopwatch.GetTimestamp();
        var run = Run(range.Count, cancel);
        Tell(run, Stopwatch.GetElapsedTime(began).TotalSeconds);
        return Task.CompletedTask;
    }

    private FuzzRun Run(int count, CancellationToken cancel)
    {
        // Of the whole process: a reader may hand work to other threads.
        var run = new FuzzRun(FuzzTarget.All, () => GC.GetTotalAllocatedBytes());
        for (var i = 0; i < count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            run.Add(unchecked(range.First + i));
        }

        return run;
    }

    private void Tell(FuzzRun run, double seconds)
    {
        report.Table(Head,
        [
            ["cases a second", string.Create(CultureInfo.InvariantCulture, $"{run.Cases / seconds:0}"), $"{run.Cases} cases"],
            ["slowest", Units.Time(run.Slowest.Cost.TotalSeconds), run.Slowest.Who],
            ["most allocated", Units.Bytes(run.Largest.Cost), run.Largest.Who],
        ]);
        foreach (var failure in run.Failures)
        {
            report.Note(failure);
        }

        report.Target("fuzz: damaged media are read or refused as documented, each within a second", run.Failures.Count == 0, $"{run.Failures.Count} failures");
    }
}
