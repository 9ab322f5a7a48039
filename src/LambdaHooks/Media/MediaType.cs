namespace LambdaHooks.Media;

/// <summary>What a medium is, by its first bytes and, where they do not say, by the ending of its name.</summary>
/// <param name="Mime">Media type as a browser knows it.</param>
/// <param name="Container">Short name for messages, such as <c>WAV</c> or <c>MP3</c>.</param>
public sealed record MediaType(string Mime, string Container)
{
    /// <summary>Bytes from the start that <see cref="Of"/> looks at.</summary>
    public const int SniffedBytes = 16;

    /// <summary>RIFF WAVE with its large kin RF64, BW64 and Wave64: the containers whose samples are read here.</summary>
    public static readonly MediaType Wav = new("audio/wav", "WAV");

    private static readonly MediaType Mp3 = new("audio/mpeg", "MP3");
    private static readonly MediaType Flac = new("audio/flac", "FLAC");
    private static readonly MediaType Ogg = new("audio/ogg", "Ogg");
    private static readonly MediaType Aac = new("audio/aac", "AAC");
    private static readonly MediaType M4a = new("audio/mp4", "M4A");
    private static readonly MediaType Mp4 = new("video/mp4", "MP4");
    private static readonly MediaType Mov = new("video/quicktime", "QuickTime");
    private static readonly MediaType WebM = new("video/webm", "WebM");
    private static readonly MediaType Matroska = new("video/x-matroska", "Matroska");

    /// <summary>True for moving pictures.</summary>
    public bool IsVideo => Mime.StartsWith("video/", StringComparison.Ordinal);

    /// <summary>Null when neither the bytes nor the name tell.</summary>
    /// <param name="head">The first bytes, as many as there are.</param>
    /// <param name="name">A file name or key.</param>
    public static MediaType? Of(ReadOnlySpan<byte> head, string name) => ByBytes(head, name) ?? ByName(name);

    private static MediaType? ByBytes(ReadOnlySpan<byte> head, string name) => head switch
    {
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => Wav,
        [(byte)'R', (byte)'F', (byte)'6', (byte)'4', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => Wav,
        [(byte)'B', (byte)'W', (byte)'6', (byte)'4', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => Wav,
        // The GUID that Wave64 begins with.
        [0x72, 0x69, 0x66, 0x66, 0x2E, 0x91, 0xCF, 0x11, 0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00, ..] => Wav,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'M', (byte)'4', (byte)'A', ..] => M4a,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'q', (byte)'t', ..] => Mov,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => Mp4,
        [0x1A, 0x45, 0xDF, 0xA3, ..] => HasEnding(name, ".mkv") ? Matroska : WebM,
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => Ogg,
        [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => Flac,
        [(byte)'I', (byte)'D', (byte)'3', ..] => Mp3,
        // An ADTS frame, with or without a checksum; then frames of MPEG layers II and III (a layer I frame begins like UTF-16 text).
        [0xFF, 0xF0 or 0xF1 or 0xF8 or 0xF9, ..] => Aac,
        [0xFF, (>= 0xE2 and <= 0xE5) or (>= 0xF2 and <= 0xF5) or (>= 0xFA and <= 0xFD), ..] => Mp3,
        _ => null,
    };

    private static MediaType? ByName(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".WAV" or ".WAVE" or ".BWF" or ".RF64" or ".W64" => Wav,
        ".MP3" => Mp3,
        ".FLAC" => Flac,
        ".OGG" or ".OPUS" or ".OGA" => Ogg,
        ".AAC" => Aac,
        ".M4A" => M4a,
        ".MP4" or ".M4V" => Mp4,
        ".MOV" => Mov,
        ".WEBM" => WebM,
        ".MKV" => Matroska,
        _ => null,
    };

    private static bool HasEnding(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
