using System.Diagnostics;

namespace LambdaHooks.Ffmpeg.Tests.Programs;

/// <summary>How a program ran.</summary>
internal sealed record ToolRun(int ExitCode, byte[] Output, string Errors)
{
    /// <summary>Runs a program to its end; 127 where there is none.</summary>
    public static async Task<ToolRun> OfAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            using var output = new MemoryStream();
            var (copy, errors) = (process.StandardOutput.BaseStream.CopyToAsync(output), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            await copy;
            return new ToolRun(process.ExitCode, output.ToArray(), await errors);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return new ToolRun(127, [], e.Message);
        }
    }
}
