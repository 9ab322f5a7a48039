using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LambdaHooks.Cli.Tests.Demo;
using LambdaHooks.Cli.Tests.Programs;

namespace LambdaHooks.Cli.Tests.Readme;

public sealed partial class ReadmeTests(DemoRun demo)
{
    private const string Indent = "        ";

    [Fact]
    public void TheFirstTwoCommandsTryItAndTestIt()
    {
        Assert.Equal(["dotnet run --project src/LambdaHooks.Cli -- demo", "dotnet test"], ReadmeFile.Commands.Take(2));
        Assert.Single(Directory.GetFiles(Checkout.Root, "*.sln"));
    }

    [Fact]
    public async Task EveryRunCommandWorksAsItIsWritten()
    {
        var commands = ReadmeFile.Commands.Where(c => c.StartsWith("dotnet run ", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(commands);
        foreach (var command in commands)
        {
            var run = await ProgramRun.OfAsync("sh", "-c", command);
            Assert.True(run.ExitCode == 0, $"{command}\n{run.Text}");
        }

        Assert.All(["preferences.jsonl", "sft.jsonl"], f => Assert.True(File.Exists(Checkout.Path("out", "demo", f)), f));
    }

    [Fact]
    public void TheTestCommandRunsEveryTestProject()
    {
        var solution = File.ReadAllText(Directory.GetFiles(Checkout.Root, "*.sln").Single());
        var projects = Directory.GetFiles(Checkout.Path("tests"), "*.Tests.csproj", SearchOption.AllDirectories);

        Assert.NotEmpty(projects);
        Assert.All(projects, p => Assert.Contains($"{Path.GetFileName(p)}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void TheDemosPictureIsTheOneThatIsShown()
    {
        var picture = ReadmeFile.Blocks("text").First().Split('\n');

        Assert.StartsWith("single-clips #1  ", picture[0], StringComparison.Ordinal);
        Assert.Equal(demo.Shown(picture[0]), string.Join('\n', picture.Skip(1)));
    }

    [Fact]
    public void EveryParameterOfTheDeployCommandIsOneOfTheTemplate()
    {
        var template = File.ReadAllText(Checkout.Path("template.yaml"));
        var named = Parameter().Matches(ReadmeFile.Commands.Single(c => c.StartsWith("sam deploy ", StringComparison.Ordinal)));

        Assert.Equal(3, named.Count);
        Assert.All(named, m => Assert.Contains($"\n  {m.Groups[1].Value}:\n", template, StringComparison.Ordinal));
    }

    [Fact]
    public void TheCodeIsTheOneThatIsCompiled()
    {
        var compiled = File.ReadAllLines(Checkout.Path("tests", "LambdaHooks.Cli.Tests", "Readme", "ReadmeSnippets.cs"))
            .SkipWhile(l => l != $"{Indent}// snippet").Skip(1).TakeWhile(l => l != $"{Indent}// end")
            .Select(l => l[Indent.Length..]);

        Assert.Equal(Assert.Single(ReadmeFile.Blocks("csharp")).Split('\n'), compiled);
    }

    [Fact]
    public void ThePairThatIsShownHasTheMembersOfAWrittenOne()
    {
        var shown = ReadmeFile.Blocks("json").Single(b => b.Contains("\"chosen\"", StringComparison.Ordinal)).Split('\n').Select(l => JsonNode.Parse(l)!).ToArray();

        Assert.Equal(Members(demo.Records("preferences")[0]), Members(shown[0]));
        Assert.Equal(Members(demo.Records("sft").First(s => s["attributes"] is null)), Members(shown[1]));
    }

    [Fact]
    public void EveryFileItNamesIsThere()
    {
        var links = Link().Matches(ReadmeFile.Text).Select(m => m.Groups[1].Value);
        var paths = NamedPath().Matches(ReadmeFile.Text).Select(m => m.Value);

        Assert.All(links.Concat(paths).Distinct(), p => Assert.True(Path.Exists(Checkout.Path(p)), p));
    }

    [Fact]
    public void EveryHeadingItPointsToIsThere()
    {
        var headings = Heading().Matches(ReadmeFile.Text).Select(m => m.Groups[1].Value.Replace(' ', '-').ToLowerInvariant()).ToArray();
        var anchors = Anchor().Matches(ReadmeFile.Text).Select(m => m.Groups[1].Value).ToArray();

        Assert.NotEmpty(anchors);
        Assert.All(anchors, a => Assert.Contains(a, headings));
    }

    private static IEnumerable<string> Members(JsonNode record) => record.AsObject().Select(m => m.Key);

    [GeneratedRegex(@"(\w+)=my-")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\]\(#([^)]+)\)")]
    private static partial Regex Anchor();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<![\w/.])(src|tests|events|samplemanifests)/[\w/.-]*\w")]
    private static partial Regex NamedPath();
}
