using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>How long a medium says its sound is.</summary>
/// <param name="demuxer">What reads it.</param>
/// <param name="type">What it is.</param>
/// <param name="head">What an MP3 file's first frame states.</param>
internal sealed class StatedLength(Demuxer demuxer, MediaType type, Mp3Head? head)
{
    /// <summary>Seconds; null where it does not say, or where what it says is an estimate, or is that of the picture.</summary>
    /// <param name="logged">Length in ffmpeg's log.</param>
    public double? Seconds(double? logged) => demuxer.Name switch
    {
        "mp3" => head?.Seconds,
        "flac" => logged,
        "mov" when !type.IsVideo => logged,
        _ => null,
    };
}
