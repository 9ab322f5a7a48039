using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LambdaHooks.Cli.Tests.Programs;

namespace LambdaHooks.Cli.Tests.Packages;

public sealed partial class PackageTests(PackageBuild packages)
{
    public static TheoryData<string> EachProject => [.. PackageBuild.Projects];

    [Theory]
    [MemberData(nameof(EachProject))]
    public async Task PackingGivesNoWarningAndMissesNothing(string project)
    {
        var packed = await packages.PackAsync(project);

        Assert.True(packed.ExitCode == 0, packed.Text);
        Assert.DoesNotMatch(Complaint(), packed.Text);
    }

    [Theory]
    [MemberData(nameof(EachProject))]
    public async Task APackageSaysWhatItIsAndHoldsTheReadme(string project)
    {
        _ = await packages.PackAsync(project);
        using var package = await ZipFile.OpenReadAsync(packages.PathOf(project), TestContext.Current.CancellationToken);
        var facts = XDocument.Load(package.GetEntry($"{project}.nuspec")!.Open()).Root!.Elements().Single().Elements().ToLookup(e => e.Name.LocalName, e => e.Value);

        Assert.Equal(project, facts["id"].Single());
        Assert.NotEmpty(facts["description"].Single());
        Assert.Equal("README.md", facts["readme"].Single());
        Assert.Equal(await File.ReadAllTextAsync(Checkout.Path("README.md"), TestContext.Current.CancellationToken), TextOf(package, "README.md"));
    }

    [Theory]
    [InlineData("LambdaHooks")]
    [InlineData("LambdaHooks.Aws")]
    public async Task ALibraryBringsItsDocumentation(string project)
    {
        _ = await packages.PackAsync(project);
        using var package = await ZipFile.OpenReadAsync(packages.PathOf(project), TestContext.Current.CancellationToken);

        Assert.NotNull(package.GetEntry($"lib/net10.0/{project}.dll"));
        Assert.Contains("<summary>", TextOf(package, $"lib/net10.0/{project}.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheInstalledToolTellsItsCommands()
    {
        var help = await packages.RunToolAsync("--help");

        Assert.Equal((0, ""), (help.ExitCode, help.Errors));
        Assert.Contains("replay <event>", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheInstalledToolReplaysAnEvent()
    {
        var run = await packages.RunToolAsync("replay", "events/post-annotation/own-single-clip.json");

        Assert.Equal(new ProgramRun(0, "1 same, 0 different\n", ""), run);
    }

    private static string TextOf(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\bwarning\b|\bmissing\b", RegexOptions.IgnoreCase)]
    private static partial Regex Complaint();
}
