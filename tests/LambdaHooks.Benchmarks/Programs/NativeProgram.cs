namespace LambdaHooks.Benchmarks.Programs;

/// <summary>A native program of this project, as it would be handed on.</summary>
/// <param name="workspace">Where it is built.</param>
/// <param name="project">Folder of its project in <c>src</c>.</param>
/// <param name="name">File name of the program.</param>
/// <param name="given">Path of one that is there already, or null.</param>
internal sealed class NativeProgram(Workspace workspace, string project, string name, string? given)
{
    private string? path = given is null ? null : Path.GetFullPath(given);

    /// <summary>Path of the program; published once.</summary>
    public async Task<string> PathAsync()
    {
        path ??= await PublishAsync();
        return File.Exists(path) ? path : throw new BenchmarkException($"There is no {path}.");
    }

    private async Task<string> PublishAsync()
    {
        var folder = workspace.PathOf(name);
        var (exitCode, text) = await Tool.RunAsync(
            "dotnet", "publish", Workspace.Checkout("src", project), "--configuration", "Release", "--runtime", "linux-x64",
            "--artifacts-path", workspace.PathOf("artifacts"), "--output", folder, "--nologo", "-p:RunAnalyzers=false", "-p:UseSharedCompilation=false");
        return exitCode == 0 ? Path.Combine(folder, name) : throw new BenchmarkException($"{project} could not be published:{Environment.NewLine}{text}");
    }
}

/// <summary>The native programs that are measured.</summary>
/// <param name="Function">The hooks.</param>
/// <param name="CommandLine">The command line.</param>
internal sealed record NativePrograms(NativeProgram Function, NativeProgram CommandLine);
