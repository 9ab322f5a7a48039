using System.Text.RegularExpressions;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Tests.Walls;

/// <summary>A C# file of the product, without its comments and plain strings: names in those bind nothing.</summary>
internal sealed partial record SourceFile(string Place, string Code)
{
    /// <summary>Every file below a folder of the checkout, without what a build wrote there.</summary>
    public static IReadOnlyList<SourceFile> Below(params string[] folder) =>
        [.. Directory.EnumerateFiles(Checkout.Path(folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: path, Place: Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/')))
            .Where(f => !Built().IsMatch(f.Place))
            .OrderBy(f => f.Place, StringComparer.Ordinal)
            .Select(f => Of(f.Place, File.ReadAllText(f.Path)))];

    public static SourceFile Of(string place, string text) => new(place, CommentsAndStrings().Replace(text, KeepInterpolated));

    /// <summary>The folder of its project that it lies in, such as <c>Media</c> in <c>src/LambdaHooks/Media/Wav/WavReader.cs</c>.</summary>
    public string Folder => Place.Split('/') is [_, _, var folder, .., _] ? folder : "";

    /// <summary>The project folder it lies in, such as <c>LambdaHooks</c>.</summary>
    public string Project => Place.Split('/') is [_, var project, ..] ? project : "";

    private static string KeepInterpolated(Match match) => match.Value.StartsWith('$') ? match.Value : " ";

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|\$?"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'""", RegexOptions.Singleline)]
    private static partial Regex CommentsAndStrings();

    [GeneratedRegex("/(obj|bin|node_modules)/")]
    private static partial Regex Built();
}
