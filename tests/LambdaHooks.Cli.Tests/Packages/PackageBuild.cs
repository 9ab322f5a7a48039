using LambdaHooks.Cli.Tests.Programs;

[assembly: AssemblyFixture(typeof(LambdaHooks.Cli.Tests.Packages.PackageBuild))]

namespace LambdaHooks.Cli.Tests.Packages;

/// <summary>The packages, made once a test run with nothing written into the checkout.</summary>
public sealed class PackageBuild : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, Lazy<Task<ProgramRun>>> packs;
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly Lazy<Task<ProgramRun>> install;

    public PackageBuild()
    {
        packs = Projects.ToDictionary(p => p, p => new Lazy<Task<ProgramRun>>(() => BuildAsync(p)));
        install = new(InstallAsync);
    }

    public static string[] Projects { get; } = ["LambdaHooks", "LambdaHooks.Aws", "LambdaHooks.Cli"];

    public void Dispose()
    {
        oneAtATime.Dispose();
        folder.Dispose();
    }

    /// <summary>Path of a project's package.</summary>
    internal string PathOf(string project) => folder.Below("packages", $"{project}.0.1.0.nupkg");

    /// <summary>How <c>dotnet pack</c> ran.</summary>
    internal Task<ProgramRun> PackAsync(string project) => packs[project].Value;

    /// <summary>Runs the installed tool.</summary>
    internal async Task<ProgramRun> RunToolAsync(params string[] arguments)
    {
        var installed = await install.Value;
        Assert.True(installed.ExitCode == 0, installed.Text);
        return await ProgramRun.OfAsync(folder.Below("tools", "lambdahooks"), arguments);
    }

    private async Task<ProgramRun> BuildAsync(string project)
    {
        await oneAtATime.WaitAsync();
        try
        {
            return await ProgramRun.OfAsync("dotnet", "pack", $"src/{project}", "-o", folder.Below("packages"), "--artifacts-path", folder.Below("artifacts"), "-p:RunAnalyzers=false");
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<ProgramRun> InstallAsync()
    {
        var packed = await PackAsync("LambdaHooks.Cli");
        Assert.True(packed.ExitCode == 0, packed.Text);
        return await ProgramRun.OfAsync(
            "dotnet", "tool", "install", "LambdaHooks.Cli", "--tool-path", folder.Below("tools"), "--source", folder.Below("packages"), "--no-http-cache");
    }
}
