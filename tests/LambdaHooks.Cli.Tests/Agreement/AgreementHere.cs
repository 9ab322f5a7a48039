using LambdaHooks.Cli.Agreement;
using LambdaHooks.Cli.Tests.Programs;

namespace LambdaHooks.Cli.Tests.Agreement;

/// <summary>The command in this process, over a folder of its own.</summary>
internal sealed class AgreementHere : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public FakeMeasures Measures { get; init; } = new();

    public string Below(string name) => folder.Below(name);

    public string Put(string name, string content) => folder.Put(name, content);

    /// <summary>Runs the whole program; an exception that leaves it fails the test. The folder's path is left out of what it says.</summary>
    public async Task<(int ExitCode, string[] Lines)> RunAsync(params string[] arguments)
    {
        using var console = RecordingConsole.File();
        var exitCode = await Commands.RunAsync(["agreement", .. arguments], console.Screen);
        return (exitCode, Lines(console));
    }

    /// <summary>Runs the command with measures of the test's own, and expects that it is done.</summary>
    public async Task<string[]> MeasureAsync(params string[] arguments)
    {
        using var console = RecordingConsole.File();
        var parsed = AgreementCommand.Create(console.Screen, Measures).Parse(arguments);
        Assert.Empty(parsed.Errors);
        var exitCode = await parsed.InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        var lines = Lines(console);
        Assert.True(exitCode == 0, string.Join('\n', lines));
        return lines;
    }

    public void Dispose() => folder.Dispose();

    private string[] Lines(RecordingConsole console) =>
        console.Text.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
