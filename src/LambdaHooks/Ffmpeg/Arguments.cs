using System.Globalization;
using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>What ffmpeg and ffprobe are told.</summary>
internal static class Arguments
{
    /// <summary>Packets that are looked at to tell whether a frame rate varies; some of them are the sound's.</summary>
    public const int ProbedPackets = 1000;

    /// <summary>No single block of memory needs a quarter of all that may be taken.</summary>
    private const int MemoryParts = 4;

    /// <summary>Decodes the first audio track to a WAV file on standard output.</summary>
    /// <remarks>
    /// One thread: a second one costs more than it saves in sound. Metadata is left out, so that the header is short. In a container
    /// with a picture, the sound may begin later than the medium and have gaps; both are filled with silence.
    /// </remarks>
    /// <param name="demuxer">What reads it.</param>
    /// <param name="type">What it is.</param>
    /// <param name="input">Where its bytes come from.</param>
    /// <param name="cutAt">Samples after which nothing more is wanted; null for all.</param>
    /// <param name="settings">Limits.</param>
    public static IEnumerable<string> Decode(Demuxer demuxer, MediaType type, MediaInput input, long? cutAt, FfmpegSettings settings) =>
    [
        "-nostdin", .. Common(settings), "-nostats", "-threads", "1", .. Input(demuxer, input),
        "-map", "0:a:0", "-vn", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1",
        .. (IEnumerable<string>)(type.IsVideo ? ["-af", "aresample=async=1:first_pts=0"] : cutAt is { } cut ? ["-af", $"atrim=end_sample={cut}"] : []),
        "-fflags", "+bitexact", "-c:a", "pcm_s16le", "-f", "wav", "pipe:1",
    ];

    /// <summary>Writes streams, the first packets and the length as JSON.</summary>
    public static IEnumerable<string> Probe(Demuxer demuxer, MediaInput input, FfmpegSettings settings) =>
    [
        .. Common(settings), "-threads", "1", "-print_format", "json",
        "-show_entries", $"stream={VideoFactsReader.StreamFields}:stream_disposition=attached_pic:stream_tags=rotate:stream_side_data=rotation:format=duration:packet=stream_index,pts",
        "-read_intervals", $"%+#{ProbedPackets}", .. Input(demuxer, input),
    ];

    private static string[] Common(FfmpegSettings settings) =>
        ["-v", "level+info", "-max_alloc", Math.Min(int.MaxValue, settings.MemoryBytes / MemoryParts).ToString(CultureInfo.InvariantCulture)];

    private static IEnumerable<string> Input(Demuxer demuxer, MediaInput input) =>
        ["-protocol_whitelist", input.Protocols, .. demuxer.Safety, "-f", demuxer.Name, "-i", input.Url];
}
