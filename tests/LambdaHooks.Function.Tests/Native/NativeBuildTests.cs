using System.Text.RegularExpressions;

namespace LambdaHooks.Function.Tests.Native;

public sealed partial class NativeBuildTests(NativeBuild build)
{
    [Fact]
    public async Task TheMakefileTargetBuildsFromABareCopyOfTheSourcesWithoutAWarning()
    {
        var made = await build.PublishAsync();

        Assert.True(made.ExitCode == 0, made.Text);
        Assert.Contains("Generating native code", made.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(Warning(), made.Text);
    }

    [Fact]
    public async Task OnlyTheProgramIsDeployed() => Assert.Equal(["bootstrap"], await build.DeployedFilesAsync());

    [GeneratedRegex(@"\bwarning\b", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();
}
