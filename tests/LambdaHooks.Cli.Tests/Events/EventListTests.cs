using System.Text.RegularExpressions;

namespace LambdaHooks.Cli.Tests.Events;

/// <summary>The tables of <c>events/README.md</c> against the files beside it.</summary>
public sealed partial class EventListTests
{
    private static readonly string[] Readme = File.ReadAllLines(Checkout.Path("events", "README.md"));

    [Theory]
    [InlineData("pre-annotation", "## Pre-annotation events")]
    [InlineData("post-annotation", "## Post-annotation events")]
    public void EveryEventHasALineAndEveryLineAnEvent(string hook, string heading) =>
        Assert.Equal(Names(hook, isExpected: false), Listed(heading).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("pre-annotation")]
    [InlineData("post-annotation")]
    public void EveryEventHasItsExpectedResponseAndNoneIsLeftOver(string hook) =>
        Assert.Equal(Names(hook, isExpected: false), Names(hook, isExpected: true));

    [Fact]
    public void EveryStoredPayloadIsListedWithTheEventThatNamesIt()
    {
        var payloads = Directory.GetFiles(Checkout.Path("events", "labeling"), "*.json", SearchOption.AllDirectories)
            .Where(f => f.Contains("consolidation-request", StringComparison.Ordinal))
            .Select(f => (Job: f.Split("/output/")[1].Split('/')[0], Object: Path.GetFileName(f).Replace("%3A", ":", StringComparison.Ordinal)));

        var listed = Section("## Payloads").Select(l => PayloadLine().Match(l)).Where(m => m.Success).ToArray();

        Assert.Equal(payloads.Order(), listed.Select(m => (Job: m.Groups[1].Value, Object: m.Groups[2].Value)).Order());
        Assert.All(listed, m => Assert.Contains(
            $"output/{m.Groups[1].Value}/annotations/consolidated-annotation/consolidation-request/iteration-1/{m.Groups[2].Value}",
            File.ReadAllText(Checkout.Path("events", "post-annotation", $"{m.Groups[3].Value}.json")), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Names(string hook, bool isExpected) => Directory.GetFiles(Checkout.Path("events", hook))
        .Select(f => Path.GetFileName(f))
        .Where(f => f.EndsWith(".expected.json", StringComparison.Ordinal) == isExpected)
        .Select(f => f[..f.IndexOf('.', StringComparison.Ordinal)])
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Listed(string heading) =>
        Section(heading).Select(l => EventLine().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value);

    private static IEnumerable<string> Section(string heading) =>
        Readme.SkipWhile(l => l != heading).Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal));

    [GeneratedRegex("^\\| `([^`]+)` \\| (?:yes)? ?\\| \\S")]
    private static partial Regex EventLine();

    [GeneratedRegex("^\\| `([^`]+)` \\| `([^`]+)` \\| `([^`]+)` \\|$")]
    private static partial Regex PayloadLine();
}
