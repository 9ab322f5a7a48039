using System.Diagnostics;
using System.Globalization;

namespace LambdaHooks.Ffmpeg;

/// <summary>Starts a program with limits on time and memory, and with no variables but those it needs.</summary>
internal static class Confinement
{
    /// <summary>
    /// At the soft limit of processor time the program is told and ends in order; two seconds later it is killed. A limit that the system
    /// does not have, or that is lower already, stays as it is.
    /// </summary>
    private const string Script = "ulimit -S -t \"$1\"; ulimit -H -t \"$2\"; ulimit -v \"$3\"; shift 3; exec \"$@\" 2>&3 3>&-";

    /// <summary>A port that nothing answers: whatever is not on this machine is asked for there.</summary>
    private const string Nowhere = "http://127.0.0.1:9";

    /// <summary>What to start: on Windows the program alone, which has no such limits.</summary>
    public static ProcessStartInfo Of(string program, IEnumerable<string> arguments, FfmpegSettings settings)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(program, arguments) : new ProcessStartInfo("/bin/sh", [.. Limits(settings), program, .. arguments]);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        start.WorkingDirectory = Path.GetPathRoot(program);
        SetVariables(start, settings);
        return start;
    }

    private static string[] Limits(FfmpegSettings settings) =>
        ["-c", $"{{ {Script}; }} 3>&2 2>/dev/null", "sh", Text(settings.CpuSeconds), Text(settings.CpuSeconds + 2L), Text(settings.MemoryBytes / 1024)];

    private static void SetVariables(ProcessStartInfo start, FfmpegSettings settings)
    {
        var variables = start.EnvironmentVariables;
        variables.Clear();
        if (settings.SearchPath is { } search)
        {
            variables["PATH"] = search;
        }

        if (settings.LibraryPath is { } libraries)
        {
            variables["LD_LIBRARY_PATH"] = libraries;
        }

        variables["http_proxy"] = Nowhere;
        variables["no_proxy"] = "127.0.0.1";
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
