using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace LambdaHooks.Function.Tests.Native;

/// <summary>The native program, started with an environment that holds nothing but what is given.</summary>
internal sealed class FunctionProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process process;
    private readonly Task output;
    private readonly Task<string> errors;
    private readonly ConcurrentQueue<string> lines = new();

    private FunctionProcess(Process process)
    {
        this.process = process;
        output = CollectAsync(process.StandardOutput);
        errors = process.StandardError.ReadToEndAsync();
    }

    public bool HasExited => process.HasExited;

    public static FunctionProcess Start(string path, IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(path) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new FunctionProcess(Process.Start(start)!);
    }

    /// <summary>Lines of standard output so far.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    public async Task TerminateAsync()
    {
        var sent = await ToolRun.OfAsync("/", "kill", "-TERM", process.Id.ToString(CultureInfo.InvariantCulture));
        Assert.True(sent.ExitCode == 0, sent.Text);
    }

    /// <summary>Waits for the end; by then all of standard output was read.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        await output;
        return process.ExitCode;
    }

    /// <summary>Standard error, once the process has ended.</summary>
    public Task<string> ErrorsAsync() => errors.WaitAsync(Patience);

    /// <summary>Waits for something the process does; fails early when the process ends instead.</summary>
    public async Task<T> ExpectAsync<T>(Task<T> done)
    {
        _ = await Task.WhenAny(done, process.WaitForExitAsync()).WaitAsync(Patience);
        return done.IsCompleted ? await done : throw new InvalidOperationException($"the program ended with {process.ExitCode}: {await errors}");
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private async Task CollectAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lines.Enqueue(line);
        }
    }
}
