using System.Diagnostics;

namespace LambdaHooks.Benchmarks.Programs;

/// <summary>Runs a tool that is not measured.</summary>
internal static class Tool
{
    /// <summary>Its exit code and everything it wrote; 127 where there is no such tool.</summary>
    public static async Task<(int ExitCode, string Text)> RunAsync(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        ForgetThisBuild(start);
        try
        {
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await errors);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (127, e.Message);
        }
    }

    /// <summary>A build inside must not take the one that started this program for its own, nor leave servers behind that eat into the figures.</summary>
    private static void ForgetThisBuild(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
    }
}
