using System.Diagnostics;

namespace LambdaHooks.Benchmarks.Measuring;

/// <summary>Measures work in this process that may be too short to be timed once.</summary>
internal static class InProcess
{
    private static readonly TimeSpan LeastTime = TimeSpan.FromMilliseconds(20);

    /// <summary>Time of one run, from as many as fill the least time that can be measured well.</summary>
    public static double Seconds(Action run)
    {
        GC.Collect();
        var (runs, began) = (0, Stopwatch.GetTimestamp());
        do
        {
            run();
            runs++;
        }
        while (Stopwatch.GetElapsedTime(began) < LeastTime);

        return Stopwatch.GetElapsedTime(began).TotalSeconds / runs;
    }

    /// <summary>What one run allocates.</summary>
    public static long AllocatedBytes(Action run)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>The exponent by which time grows between two sizes: 1 is linear, 2 quadratic.</summary>
    public static double Growth(Spread[] spreads, int[] sizes, int from, int to) =>
        Math.Log(spreads[to].Median / spreads[from].Median) / Math.Log((double)sizes[to] / sizes[from]);
}
