namespace LambdaHooks.Ffmpeg;

/// <summary>A line of ffmpeg's log, as <c>-v level+info</c> writes it.</summary>
/// <param name="Level"><c>info</c>, <c>warning</c>, <c>error</c>, <c>fatal</c>; empty where the line has none.</param>
/// <param name="Text">What follows.</param>
internal readonly record struct LogLine(string Level, string Text)
{
    private static readonly string[] Levels = ["info", "warning", "error", "fatal", "panic"];

    /// <summary>True for errors and worse.</summary>
    public bool IsError => Level is "error" or "fatal" or "panic";

    /// <summary>
    /// Reads lines such as <c>[mp3 @ 0x55d0] [error] Header missing</c>. A line that a medium's own text continues has no level, so a
    /// title cannot pass for an error.
    /// </summary>
    public static LogLine Of(string line)
    {
        var rest = line;
        while (Bracket(rest) is { } source && source.Contains(" @ 0x", StringComparison.Ordinal))
        {
            rest = rest[(source.Length + 2)..].TrimStart();
        }

        return Bracket(rest) is { } level && Levels.Contains(level) ? new(level, rest[Math.Min(rest.Length, level.Length + 3)..]) : new("", rest);
    }

    private static string? Bracket(string text) => text.StartsWith('[') && text.IndexOf(']', StringComparison.Ordinal) is > 1 and var end ? text[1..end] : null;
}
