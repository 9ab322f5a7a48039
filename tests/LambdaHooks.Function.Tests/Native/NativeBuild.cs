using System.Runtime.InteropServices;
using LambdaHooks.Tests.Shared;

[assembly: AssemblyFixture(typeof(LambdaHooks.Function.Tests.Native.NativeBuild))]

namespace LambdaHooks.Function.Tests.Native;

/// <summary>
/// The native <c>bootstrap</c>, made once a test run by the makefile target that <c>sam build</c> calls, from a bare copy of the sources.
/// </summary>
public sealed class NativeBuild : IDisposable
{
    private const string InstallLinker = "apt-get update && apt-get install -y clang zlib1g-dev";

    private readonly Lazy<Task<ToolRun>> build;
    private readonly string folder = Directory.CreateTempSubdirectory("lambdahooks-native-").FullName;

    public NativeBuild()
    {
        build = new(BuildAsync);
    }

    private string Artifacts => Path.Combine(folder, "artifacts");

    /// <summary>Path of the program.</summary>
    public async Task<string> BootstrapAsync()
    {
        var made = await PublishAsync();
        Assert.True(made.ExitCode == 0, made.Text);
        return Path.Combine(Artifacts, "bootstrap");
    }

    /// <summary>Names of the files that would be deployed.</summary>
    public async Task<string[]> DeployedFilesAsync()
    {
        _ = await BootstrapAsync();
        return [.. Directory.EnumerateFileSystemEntries(Artifacts).Select(e => Path.GetFileName(e)!)];
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>How the makefile's target ran.</summary>
    internal Task<ToolRun> PublishAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64, "the function is built for, and on, x64 Linux");
        return build.Value;
    }

    private async Task<ToolRun> BuildAsync()
    {
        await EnsureLinkerAsync();
        var sources = Path.Combine(folder, "src");
        SourceCopy.Make(Checkout.Path("src"), sources);
        return await ToolRun.OfAsync(sources, "make", "build-PostAnnotationFunction", $"ARTIFACTS_DIR={Artifacts}");
    }

    private static async Task EnsureLinkerAsync()
    {
        if (await ToolRun.FindsAsync("clang") || await ToolRun.FindsAsync("gcc"))
        {
            return;
        }

        var installed = Environment.IsPrivilegedProcess && (await ToolRun.OfAsync("/", "sh", "-c", InstallLinker)).ExitCode == 0;
        Assert.True(installed, $"The native compiler needs a linker. Run, as root: {InstallLinker}");
    }
}
