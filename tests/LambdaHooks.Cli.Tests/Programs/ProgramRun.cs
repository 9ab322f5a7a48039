using System.Diagnostics;

namespace LambdaHooks.Cli.Tests.Programs;

/// <summary>How a program ran.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    public string Text => Output + Errors;

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs a program to its end, in the checkout's root.</summary>
    public static Task<ProgramRun> OfAsync(string program, params string[] arguments) => OfAsync(program, arguments, _ => Task.CompletedTask);

    /// <summary>Runs a program to its end, in the checkout's root, and does something meanwhile.</summary>
    public static async Task<ProgramRun> OfAsync(string program, string[] arguments, Func<Process, Task> meanwhile)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Checkout.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        ForgetThisBuild(start);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await meanwhile(process);
        await process.WaitForExitAsync();
        return new ProgramRun(process.ExitCode, await output, await errors);
    }

    /// <summary>A build inside must not take the one that runs these tests for its own.</summary>
    private static void ForgetThisBuild(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        // Nodes kept for a next build would keep the output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
    }
}
