using System.Text.RegularExpressions;

namespace LambdaHooks.Cli.Tests.Demo;

/// <summary>What a demo wrote, for comparing one run with another.</summary>
internal static partial class DemoFiles
{
    /// <summary>Every file by its path below the folder, with what a clock put into it masked.</summary>
    public static SortedDictionary<string, string> Below(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f), f => Clock().Replace(File.ReadAllText(f), "…")), StringComparer.Ordinal);

    [GeneratedRegex("expires=\\d+|signature=[0-9a-f]+|\"notAfter\":\"[^\"]*\"|\"creation-date\":\"[^\"]*\"")]
    private static partial Regex Clock();
}
