using System.Globalization;
using LambdaHooks.Cli.Tests.Programs;

namespace LambdaHooks.Cli.Tests.Demo;

public sealed class DemoUsageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task AFolderWithoutManifestsIsNamed()
    {
        var run = await ManagedCli.RunAsync("demo", "--samples", folder.Path, "--out", folder.Below("out"));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"{folder.Path} has no single-clips.manifest.", Assert.Single(run.Lines));
        Assert.False(Directory.Exists(folder.Below("out")));
    }

    [Theory]
    [InlineData("garbage", "is not readable JSON")]
    [InlineData("{}", "must hold a list of objects with their answers")]
    public async Task AnswersThatCannotBeReadAreNamed(string answers, string complaint)
    {
        var samples = folder.Copy("samplemanifests");
        File.WriteAllText(Path.Combine(samples, "answers", "single-clips.json"), answers);

        var run = await ManagedCli.RunAsync("demo", "--samples", samples, "--out", folder.Below("out"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"single-clips.json {complaint}", Assert.Single(run.Lines), StringComparison.Ordinal);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task AFileWhereTheFolderShouldBeIsAnErrorAndNoStackTrace()
    {
        var run = await ManagedCli.RunAsync("demo", "--out", folder.Put("out", "in the way"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("out", Assert.Single(run.Lines), StringComparison.Ordinal);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task CtrlCEndsItWithALine()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no kill that sends an interrupt on Windows");
        var samples = folder.Copy("samplemanifests");
        var manifest = Path.Combine(samples, "single-clips.manifest");
        File.WriteAllLines(manifest, Enumerable.Repeat(File.ReadAllLines(manifest), 2000).SelectMany(l => l));

        var run = await ManagedCli.RunAsync(["demo", "--samples", samples, "--out", folder.Below("out")], async process =>
        {
            await UntilAsync(() => Directory.Exists(folder.Below("out", "task-inputs")));
            Assert.Equal(0, (await ProgramRun.OfAsync("kill", "-INT", process.Id.ToString(CultureInfo.InvariantCulture))).ExitCode);
        });

        Assert.Equal((130, "Interrupted.\n", ""), (run.ExitCode, run.Output, run.Errors));
    }

    public void Dispose() => folder.Dispose();

    private static async Task UntilAsync(Func<bool> happened)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!happened())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
