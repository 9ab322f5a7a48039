using System.Diagnostics;
using LambdaHooks.Benchmarks.Measuring;

namespace LambdaHooks.Benchmarks.Programs;

/// <summary>What a process has cost so far, read from outside while it lives.</summary>
internal static class Cost
{
    /// <summary>The cost of a process that waits; the clock was stopped before.</summary>
    public static Sample Of(Process process, TimeSpan wall)
    {
        process.Refresh();
        return new Sample(wall, process.TotalProcessorTime, process.PeakWorkingSet64);
    }
}
