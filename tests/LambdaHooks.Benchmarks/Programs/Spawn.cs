using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using LambdaHooks.Benchmarks.Measuring;

namespace LambdaHooks.Benchmarks.Programs;

/// <summary>
/// Runs a program to its end and asks the system what it cost, its children included. Nobody watches while it runs: on two cores that
/// would be measured too. Its memory is watched in the first run, which does not count, because a process inherits the figure of the one
/// that started it.
/// </summary>
/// <param name="program">Name or path.</param>
/// <param name="arguments">Its arguments.</param>
internal sealed class Spawn(string program, params string[] arguments)
{
    private const int Output = 1;
    private const int Errors = 2;
    private const int WriteOnly = 1;
    private const int MicrosecondsPerSecond = 1_000_000;

    private long? peakBytes;

    /// <summary>Runs it with everything it writes thrown away.</summary>
    public async Task<Sample> RunAsync()
    {
        if (peakBytes is { } peak)
        {
            return (await Task.Run(Run)) with { PeakBytes = peak };
        }

        var watched = await Peer.UntilItEndsAsync(new ProcessStartInfo("sh", ["-c", "exec \"$@\" > /dev/null 2> /dev/null", "sh", program, .. arguments]));
        peakBytes = watched.PeakBytes;
        return watched;
    }

    private Sample Run()
    {
        // glibc's posix_spawn_file_actions_t has 80 bytes.
        var actions = Marshal.AllocHGlobal(256);
        try
        {
            Check(posix_spawn_file_actions_init(actions));
            Check(posix_spawn_file_actions_addopen(actions, Output, "/dev/null", WriteOnly, 0));
            Check(posix_spawn_file_actions_addopen(actions, Errors, "/dev/null", WriteOnly, 0));
            var began = Stopwatch.GetTimestamp();
            Check(posix_spawnp(out var process, program, actions, 0, [program, .. arguments, null], Environment()));
            Check(wait4(process, out var status, 0, out var usage) == process ? 0 : Marshal.GetLastPInvokeError());
            var wall = Stopwatch.GetElapsedTime(began);
            return status == 0
                ? new Sample(wall, usage.User.Span + usage.System.Span, 0) { User = usage.User.Span }
                : throw new BenchmarkException($"{program} {string.Join(' ', arguments)} failed with status {status}");
        }
        finally
        {
            Marshal.FreeHGlobal(actions);
        }
    }

    private static string?[] Environment() => [$"PATH={new ProcessStartInfo().Environment["PATH"]}", "LC_ALL=C", null];

    private static void Check(int error)
    {
        if (error != 0)
        {
            throw new BenchmarkException(new Win32Exception(error).Message);
        }
    }

#pragma warning disable SYSLIB1054, CA2101, CA5392, SA1300, IDE1006 // Names and shapes of the C library; strings are UTF-8 by declaration.
    [DllImport("libc")]
    private static extern int posix_spawn_file_actions_init(nint actions);

    [DllImport("libc")]
    private static extern int posix_spawn_file_actions_addopen(nint actions, int descriptor, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mode);

    [DllImport("libc")]
    private static extern int posix_spawnp(
        out int process,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string file,
        nint actions,
        nint attributes,
        [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] arguments,
        [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] environment);

    [DllImport("libc", SetLastError = true)]
    private static extern int wait4(int process, out int status, int options, out Usage usage);
#pragma warning restore SYSLIB1054, CA2101, CA5392, SA1300, IDE1006

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Microseconds;

        public readonly TimeSpan Span => TimeSpan.FromMicroseconds((Seconds * MicrosecondsPerSecond) + Microseconds);
    }

    /// <summary><c>struct rusage</c>: two times, then fourteen numbers.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public Time User;
        public Time System;
    }
}
