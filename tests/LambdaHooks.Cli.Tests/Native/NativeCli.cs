using System.Runtime.InteropServices;
using LambdaHooks.Cli.Tests.Programs;

[assembly: AssemblyFixture(typeof(LambdaHooks.Cli.Tests.Native.NativeCli))]

namespace LambdaHooks.Cli.Tests.Native;

/// <summary>The command line as one native file, published once a test run with nothing written into the checkout.</summary>
public sealed class NativeCli : IDisposable
{
    private const string InstallLinker = "apt-get update && apt-get install -y clang zlib1g-dev";

    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task<ProgramRun>> publish;

    public NativeCli()
    {
        publish = new(BuildAsync);
    }

    public string Folder => folder.Below("published");

    public void Dispose() => folder.Dispose();

    /// <summary>How <c>dotnet publish</c> ran.</summary>
    internal Task<ProgramRun> PublishAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64, "the native file is built for, and on, x64 Linux");
        return publish.Value;
    }

    internal async Task<ProgramRun> RunAsync(params string[] arguments)
    {
        var published = await PublishAsync();
        Assert.True(published.ExitCode == 0, published.Text);
        return await ProgramRun.OfAsync(Path.Combine(Folder, "lambdahooks"), arguments);
    }

    private async Task<ProgramRun> BuildAsync()
    {
        await EnsureLinkerAsync();
        return await ProgramRun.OfAsync("dotnet", "publish", "src/LambdaHooks.Cli", "-r", "linux-x64", "-o", Folder, "--artifacts-path", folder.Below("artifacts"), "-p:RunAnalyzers=false");
    }

    private static async Task EnsureLinkerAsync()
    {
        if ((await ProgramRun.OfAsync("sh", "-c", "command -v clang || command -v gcc")).ExitCode == 0)
        {
            return;
        }

        var installed = Environment.IsPrivilegedProcess && (await ProgramRun.OfAsync("sh", "-c", InstallLinker)).ExitCode == 0;
        Assert.True(installed, $"The native compiler needs a linker. Run, as root: {InstallLinker}");
    }
}
