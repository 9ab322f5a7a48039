namespace LambdaHooks.Cli.Tests.Readme;

/// <summary>The project's README, and the code blocks in it.</summary>
internal static class ReadmeFile
{
    private const string Fence = "```";

    public static string Text { get; } = File.ReadAllText(Checkout.Path("README.md"));

    /// <summary>The lines of every command block.</summary>
    public static string[] Commands => [.. Blocks("sh").SelectMany(b => b.Split('\n'))];

    /// <summary>Every fenced block in a language.</summary>
    public static IEnumerable<string> Blocks(string language)
    {
        for (var lines = Text.Split('\n').AsEnumerable(); ;)
        {
            var block = lines.SkipWhile(l => l != Fence + language).Skip(1).ToArray();
            if (block.Length == 0)
            {
                yield break;
            }

            yield return string.Join('\n', block.TakeWhile(l => l != Fence));
            lines = block.SkipWhile(l => l != Fence).Skip(1);
        }
    }
}
