using System.Text.RegularExpressions;
using LambdaHooks.Cli.Tests.Consolidate;
using LambdaHooks.Cli.Tests.Demo;
using LambdaHooks.Cli.Tests.Programs;
using LambdaHooks.Cli.Tests.Replay;

namespace LambdaHooks.Cli.Tests.Native;

public sealed partial class NativeCliTests(NativeCli native, DemoRun demo)
{
    [Fact]
    public async Task PublishingGivesOneFileWithoutAWarning()
    {
        var published = await native.PublishAsync();

        Assert.True(published.ExitCode == 0, published.Text);
        Assert.Contains("Generating native code", published.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(Warning(), published.Text);
        Assert.Equal(["lambdahooks"], Directory.EnumerateFileSystemEntries(native.Folder).Select(e => Path.GetFileName(e)));
    }

    [Fact]
    public async Task TheDemoShowsAndWritesTheSameAsTheManagedOne()
    {
        using var folder = new TemporaryFolder();

        var run = await native.RunAsync("demo", "--out", folder.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(demo.Run.Output.Replace(demo.Folder, "", StringComparison.Ordinal), run.Output.Replace(folder.Path, "", StringComparison.Ordinal));
        Assert.Equal(DemoFiles.Below(demo.Folder), DemoFiles.Below(folder.Path));
    }

    [Fact]
    public async Task EveryRecordedEventGivesWhatIsExpectedOfIt()
    {
        string[] files = [.. Directory.GetFiles(Checkout.Path("events", "pre-annotation")), .. Directory.GetFiles(Checkout.Path("events", "post-annotation"))];

        var run = await native.RunAsync(["replay", .. files]);

        Assert.Equal((0, $"{files.Length / 2} same, 0 different\n", ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task ADifferenceIsShownAsByTheManagedOne()
    {
        using var events = new EventFolder();
        var path = events.Copy("post-annotation", "own-single-clip");
        EventFolder.Expect(path, expected => EventFolder.FirstSegment(expected, "Speech-Defects-2026-11")["text"] = "„Łódź“");

        var (told, managed) = (await native.RunAsync("replay", path), await ManagedCli.RunAsync("replay", path));

        Assert.Equal(1, told.ExitCode);
        Assert.Equal(managed, told);
        Assert.Contains("„Łódź“", told.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWrongUseIsToldAsByTheManagedOne() =>
        Assert.Equal(await ManagedCli.RunAsync("replay", "nowhere.json"), await native.RunAsync("replay", "nowhere.json"));

    [Fact]
    public async Task HelpIsToldAsByTheManagedOne()
    {
        var (told, managed) = (await native.RunAsync("replay", "--help"), await ManagedCli.RunAsync("replay", "--help"));

        Assert.Equal((0, managed.Output.Replace("LambdaHooks.Cli", "lambdahooks", StringComparison.Ordinal)), (told.ExitCode, told.Output));
    }

    [Fact]
    public async Task AgreementIsToldAsByTheManagedOne()
    {
        using var folder = new TemporaryFolder();
        string[] arguments = ["agreement", folder.Put("a.csv", "ann,x,0,1\nben,x,0,1.5\nann,y,2,3\nben,y,2,3\n"), folder.Put("b.csv", "w1,t1,x|y\nw2,t1,x\nw1,t2,z\nw2,t2,z\n"), "--json", "--resamples", "50"];

        var (told, managed) = (await native.RunAsync(arguments), await ManagedCli.RunAsync(arguments));

        Assert.Equal((0, ""), (told.ExitCode, told.Errors));
        Assert.Equal(managed, told);
    }

    [Fact]
    public async Task AWholeJobIsConsolidatedAsByTheManagedOne()
    {
        using var here = new ConsolidateHere();
        var known = WholeJob.Put(here);

        var told = await native.RunAsync("consolidate", here.Below("job"), "--known", known, "--out", here.Below("native"));
        var managed = await ManagedCli.RunAsync("consolidate", here.Below("job"), "--known", known, "--out", here.Below("managed"));

        Assert.Equal((0, ""), (told.ExitCode, told.Errors));
        Assert.Equal(managed.Output.Replace(here.Below("managed"), here.Below("native"), StringComparison.Ordinal), told.Output);
        Assert.Equal(DemoFiles.Below(here.Below("managed")), DemoFiles.Below(here.Below("native")));
    }

    [GeneratedRegex(@"\bwarning\b", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();
}
