using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>
/// ffmpeg's reader for a container. It is always named, never guessed by ffmpeg, so that a playlist, an image list or a script that
/// pretends to be a medium is refused and nothing it refers to is opened.
/// </summary>
/// <param name="Name">Name of the reader.</param>
internal sealed record Demuxer(string Name)
{
    private static readonly Demuxer Mov = new("mov");

    /// <summary>The reader for a type.</summary>
    /// <exception cref="DecodeException"><c>not-decodable</c>: there is none.</exception>
    public static Demuxer Of(MediaType type) => type.Container switch
    {
        "WAV" => new("wav"),
        "MP3" => new("mp3"),
        "FLAC" => new("flac"),
        "Ogg" => new("ogg"),
        "AAC" => new("aac"),
        "M4A" or "MP4" or "QuickTime" => Mov,
        "WebM" or "Matroska" => new("matroska"),
        _ => throw new DecodeException($"not-decodable: container: {type.Container} is not one that is decoded"),
    };

    /// <summary>True where the tables may lie behind the samples, so that a pipe may not do.</summary>
    public bool MayNeedSeeking => Name == Mov.Name;

    /// <summary>Options that keep it from opening anything but its input.</summary>
    public IEnumerable<string> Safety => Name == Mov.Name
        ? ["-format_whitelist", Name, "-enable_drefs", "0", "-use_absolute_path", "0"]
        : ["-format_whitelist", Name];
}
