using System.Globalization;
using System.Text.RegularExpressions;

namespace LambdaHooks.Ffmpeg;

/// <summary>What the first line of ffmpeg's log says about its age.</summary>
internal static partial class FfmpegVersion
{
    /// <summary>Oldest version whose options are all that are used here.</summary>
    public const string Oldest = "4.2";

    /// <summary>The version of a line such as <c>ffmpeg version n6.0-static Copyright …</c>: <c>n6.0-static</c>. Null where it is no such line.</summary>
    public static string? OfBanner(string line) => Banner().Match(line) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>True for a release before <see cref="Oldest"/>; builds of no release (<c>N-109…</c>, <c>git-2024…</c>, <c>2024-01-01-git</c>) count as new.</summary>
    public static bool IsTooOld(string version)
    {
        var match = Release().Match(version);
        return match.Success && (Part(match, 1), Part(match, 2)).CompareTo((4, 2)) < 0;
    }

    private static int Part(Match match, int group) => int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : 0;

    [GeneratedRegex(@"^ff(?:mpeg|probe) version (\S{1,60})")]
    private static partial Regex Banner();

    [GeneratedRegex(@"^n?(\d{1,3})\.(\d{1,3})")]
    private static partial Regex Release();
}
