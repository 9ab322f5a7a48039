using System.Diagnostics;
using System.Text.Json;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Interop.Tests.Programs;

/// <summary>Runs the scripts in <c>Scripts/</c> with Node.js, which finds this project's npm packages from there.</summary>
internal static class Node
{
    private static readonly string ProjectFolder = Checkout.Path("tests", "LambdaHooks.Interop.Tests");

    /// <summary>Starts a script with its standard streams in our hands.</summary>
    public static Process Start(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [Path.Combine("Scripts", script), .. arguments])
        {
            WorkingDirectory = ProjectFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // AWS's SDK announces there which versions of Node.js it will need some day.
        start.Environment["NODE_NO_WARNINGS"] = "1";
        return Process.Start(start)!;
    }

    /// <summary>Gives a script one JSON text and returns what it printed.</summary>
    public static async Task<string> AskAsync(string script, object question, CancellationToken cancel)
    {
        using var process = Start(script);
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(question, JsonSerializerOptions.Web).AsMemory(), cancel);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(cancel);
        var answer = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0 ? answer.TrimEnd('\n') : throw new InvalidOperationException($"{script} failed: {await error}");
    }
}
