namespace LambdaHooks.Cli.Tests.Demo;

public sealed class DemoTests(DemoRun demo)
{
    [Fact]
    public void ItSucceedsWithoutAWordOfComplaint()
    {
        Assert.Equal(0, demo.Run.ExitCode);
        Assert.Empty(demo.Run.Errors);
        Assert.DoesNotContain("not used", demo.Run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryLineOfEveryManifestIsShownOnce()
    {
        var expected = DemoRun.Jobs.SelectMany(j => DemoRun.Manifest(j).Select((_, i) => $"{j} #{i}"));

        Assert.Equal(expected, demo.Run.Output.Split('\n').Where(l => l.Contains(" #", StringComparison.Ordinal)).Select(l => l[..l.IndexOf("  ", StringComparison.Ordinal)]));
    }

    [Fact]
    public void AFileGetsNoTerminalCommands() => Assert.DoesNotContain('\u001b', demo.Run.Output);

    [Fact]
    public void NoLineIsWiderThanADrawingMayBe() =>
        Assert.All(demo.Run.Output.Split('\n').TakeWhile(l => l != "Written"), l => Assert.InRange(l.Length, 0, 120));

    [Fact]
    public void TheLastLinesNameWhatWasWritten()
    {
        var named = demo.Run.Lines.SkipWhile(l => l != "Written").Skip(1).Select(l => l.Trim().Split("  ")).ToArray();

        Assert.Equal(5, named.Length);
        Assert.All(named, n => Assert.True(Exists(n[0]), n[0]));
        Assert.Equal("15 task inputs, ready for the worker's page", named[0][1]);
        Assert.Equal($"{demo.Records("preferences").Length} records", named[3][1]);
        Assert.Equal($"{demo.Records("sft").Length} records", named[4][1]);
    }

    [Fact]
    public void TracksAreDrawnUnderEachOther()
    {
        var expected = File.ReadAllText(Checkout.Path("tests", "LambdaHooks.Cli.Tests", "Demo", "single-clips-1.txt")).TrimEnd('\n');

        Assert.Equal(expected, demo.Shown("single-clips #1 "));
    }

    [Fact]
    public void APreferenceIsShownPairByPair() => Assert.EndsWith(
        """
          preferred: c1 > c2
            c1 over c2, margin 2.67, 100 % of 3 workers
        """,
        demo.Shown("comparisons #1 "), StringComparison.Ordinal);

    private static bool Exists(string path) =>
        path.EndsWith("*.json", StringComparison.Ordinal) ? Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*.json").Any() : File.Exists(path);
}
