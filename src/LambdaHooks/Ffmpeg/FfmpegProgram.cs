using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>An ffmpeg on this machine.</summary>
/// <param name="Ffmpeg">Full path of <c>ffmpeg</c>.</param>
/// <param name="Ffprobe">Full path of the <c>ffprobe</c> beside it; null where there is none.</param>
public sealed record FfmpegProgram(string Ffmpeg, string? Ffprobe)
{
    /// <summary>Searched before PATH: a Lambda layer's programs, then where images and systems keep them.</summary>
    private static readonly string[] UsualFolders = ["/opt/bin", "/opt/ffmpeg/bin", "/usr/local/bin", "/usr/bin"];

    private static readonly string Ending = OperatingSystem.IsWindows() ? ".exe" : "";

    /// <summary>
    /// Finds the program: at the given path and nowhere else, or in <c>/opt/bin</c>, <c>/opt/ffmpeg/bin</c>, <c>/usr/local/bin</c>,
    /// <c>/usr/bin</c> and then each folder of <paramref name="searchPath"/>.
    /// </summary>
    /// <param name="path">Path of the program, or null to search.</param>
    /// <param name="searchPath">Value of the variable PATH, or null.</param>
    /// <exception cref="DecodeException"><c>decoder-missing</c>: it is in none of these places.</exception>
    public static FfmpegProgram Find(string? path, string? searchPath) => Find(path, searchPath, UsualFolders);

    /// <summary>As above, with other folders to search before PATH.</summary>
    internal static FfmpegProgram Find(string? path, string? searchPath, string[] first)
    {
        string[] folders = [.. first.Concat((searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathRooted)).Distinct()];
        string[] places = path is null ? [.. folders.Select(f => Path.Combine(f, $"ffmpeg{Ending}"))] : [Path.GetFullPath(path)];
        var found = places.FirstOrDefault(IsProgram) ?? throw Missing(path is null ? folders : places);
        var probe = Path.Combine(Path.GetDirectoryName(found)!, $"ffprobe{Ending}");
        return new FfmpegProgram(found, IsProgram(probe) ? probe : null);
    }

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);

    private static DecodeException Missing(string[] places) =>
        new($"decoder-missing: ffmpeg was not found in {string.Join(", ", places)}; install it there, or say where it is");
}
