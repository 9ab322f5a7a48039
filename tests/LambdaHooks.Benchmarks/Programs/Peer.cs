using System.ComponentModel;
using System.Diagnostics;
using LambdaHooks.Benchmarks.Measuring;

namespace LambdaHooks.Benchmarks.Programs;

/// <summary>Runs programs of others.</summary>
internal static class Peer
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(2);

    /// <summary>Runs a program that writes a line when its work is done and then waits for the end of its input.</summary>
    public static async Task<Sample> UntilItSaysSoAsync(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadLineAsync();
        var wall = Stopwatch.GetElapsedTime(began);
        _ = said ?? throw new BenchmarkException($"{start.FileName} ended before it was done");
        var sample = Cost.Of(process, wall);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return sample;
    }

    /// <summary>Runs a program to its end; what it cost is what was last seen.</summary>
    public static async Task<Sample> UntilItEndsAsync(ProcessStartInfo start)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var end = process.WaitForExitAsync();
        var seen = new Sample(TimeSpan.Zero, TimeSpan.Zero, 0);
        while (!end.IsCompleted)
        {
            seen = Look(process) ?? seen;
            _ = await Task.WhenAny(end, Task.Delay(Between));
        }

        var wall = Stopwatch.GetElapsedTime(began);
        return process.ExitCode == 0 ? new Sample(wall, seen.Cpu, seen.PeakBytes) : throw new BenchmarkException($"{start.FileName} failed");
    }

    private static Sample? Look(Process process)
    {
        try
        {
            var seen = Cost.Of(process, TimeSpan.Zero);

            // A process that has just ended has no memory any more.
            return seen.PeakBytes > 0 ? seen : null;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended while it was looked at.
            return null;
        }
    }
}
