using System.Diagnostics;
using LambdaHooks.Tests.Media;

[assembly: AssemblyFixture(typeof(AudioTools))]

namespace LambdaHooks.Tests.Media;

/// <summary>ffmpeg and sox, as programs that wrote and read WAV before this one did; installed where they are missing and that is allowed.</summary>
public sealed class AudioTools : IDisposable
{
    private const string Install = "apt-get update && apt-get install -y ffmpeg sox";

    private readonly Lazy<Task> ready;

    public AudioTools()
    {
        ready = new(EnsureAsync);
    }

    /// <summary>A folder that goes when the tests have run.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("lambdahooks-audio-").FullName;

    /// <summary>Runs a tool and gives what it wrote to standard output.</summary>
    public async Task<byte[]> RunAsync(string tool, params string[] arguments)
    {
        await ready.Value;
        var (exitCode, output, errors) = await StartAsync(tool, arguments);
        Assert.True(exitCode == 0, $"{tool} {string.Join(' ', arguments)}\n{errors}");
        return output;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private async Task EnsureAsync()
    {
        if ((await StartAsync("sh", "-c", "command -v ffmpeg && command -v sox")).ExitCode != 0)
        {
            var installed = Environment.IsPrivilegedProcess && (await StartAsync("sh", "-c", Install)).ExitCode == 0;
            Assert.True(installed, $"These tests compare with ffmpeg and sox. Run, as root: {Install}");
        }
    }

    private async Task<(int ExitCode, byte[] Output, string Errors)> StartAsync(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ToArray(), await errors);
    }
}
