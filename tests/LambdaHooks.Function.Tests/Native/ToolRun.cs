using System.Diagnostics;

namespace LambdaHooks.Function.Tests.Native;

/// <summary>How a tool ran.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Text">What it wrote to standard output and standard error.</param>
internal sealed record ToolRun(int ExitCode, string Text)
{
    public static async Task<ToolRun> OfAsync(string folder, string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        ForgetThisBuild(start);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new ToolRun(process.ExitCode, await output + await errors);
    }

    public static async Task<bool> FindsAsync(string tool) => (await OfAsync("/", "sh", "-c", $"command -v {tool}")).ExitCode == 0;

    /// <summary>A build inside must not take the one that runs these tests for its own.</summary>
    private static void ForgetThisBuild(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        // Nodes kept for a next build would keep the output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
    }
}
