namespace LambdaHooks.Benchmarks.Programs;

/// <summary>The native program, as it would be deployed.</summary>
/// <param name="workspace">Where it is built.</param>
/// <param name="given">Path of one that is there already, or null.</param>
internal sealed class Bootstrap(Workspace workspace, string? given)
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
        var folder = workspace.PathOf("bootstrap");
        var (exitCode, text) = await Tool.RunAsync(
            "dotnet", "publish", Workspace.Checkout("src", "LambdaHooks.Function"), "--configuration", "Release", "--runtime", "linux-x64",
            "--artifacts-path", workspace.PathOf("artifacts"), "--output", folder, "--nologo", "-p:RunAnalyzers=false", "-p:UseSharedCompilation=false");
        return exitCode == 0 ? Path.Combine(folder, "bootstrap") : throw new BenchmarkException($"The function could not be published:{Environment.NewLine}{text}");
    }
}
