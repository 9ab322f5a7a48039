using LambdaHooks.Ffmpeg;

namespace LambdaHooks.Cli;

/// <summary>The decoder of this machine.</summary>
internal static class Decoders
{
    /// <summary>The one at a path; else the one that <c>FFMPEG_PATH</c> names, or the first that is found.</summary>
    public static FfmpegDecoder At(string? path) => new(new FfmpegSettings
    {
        Path = path ?? Variables.Read("FFMPEG_PATH"),
        SearchPath = Variables.Read("PATH"),
        LibraryPath = Variables.Read("LD_LIBRARY_PATH"),
    });
}
