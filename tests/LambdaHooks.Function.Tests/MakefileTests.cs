using LambdaHooks.Function.Tests.Native;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Function.Tests;

public sealed class MakefileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lambdahooks-make-").FullName;

    [Theory]
    [InlineData("build-PreAnnotationFunction")]
    [InlineData("build-PostAnnotationFunction")]
    public async Task AMissingDotnetIsNamed(string target)
    {
        var make = (await ToolRun.OfAsync("/", "sh", "-c", "command -v make")).Text.Trim();
        File.CreateSymbolicLink(Path.Combine(folder, "make"), make);

        var run = await MakeAsync($"PATH={folder}", target, $"ARTIFACTS_DIR={folder}");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("dotnet is not on the PATH: install the .NET 10 SDK", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingArtifactsFolderIsNamedBeforeAnythingIsBuilt()
    {
        var run = await MakeAsync("ARTIFACTS_DIR=", "build-PreAnnotationFunction");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("ARTIFACTS_DIR is not set", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("dotnet publish", run.Text, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<ToolRun> MakeAsync(string variable, params string[] arguments) =>
        ToolRun.OfAsync(folder, "env", [variable, "make", "-f", Checkout.Path("src", "Makefile"), .. arguments]);
}
