namespace LambdaHooks.Ffmpeg;

/// <summary>
/// What ffmpeg says when something is wrong, in the few fixed phrases that say why. Its own words never go into a message as they are:
/// a medium's title and comments are among them.
/// </summary>
internal static class Phrases
{
    /// <summary>Most telling first.</summary>
    private static readonly (string Said, string Reason)[] Known =
    [
        ("moov atom not found", "moov: the box that says where the samples lie is missing"),
        ("EBML header parsing failed", "EBML header: it cannot be read"),
        ("no decoder found for", "audio track: this ffmpeg has no decoder for its codec"),
        ("Decoder not found", "audio track: this ffmpeg has no decoder for its codec"),
        ("Unknown input format", "container: this ffmpeg has no reader for it"),
        ("invalid start code", "RIFF: the file does not begin with a RIFF header"),
        ("Cannot determine format of input stream", "audio track: no frame of it can be decoded"),
        ("Failed to read frame size", "media data: Failed to read frame size"),
        ("Header missing", "media data: Header missing"),
        ("File ended prematurely", "media data: File ended prematurely"),
        ("partial file", "media data: partial file"),
        ("invalid residual", "media data: invalid residual"),
        ("Invalid data found when processing input", "media data: Invalid data found when processing input"),
        ("End of file", "media data: End of file"),
    ];

    /// <summary>How telling a reason is; lower is more.</summary>
    public static int RankOf(string text) => Array.FindIndex(Known, k => text.Contains(k.Said, StringComparison.OrdinalIgnoreCase)) is >= 0 and var rank ? rank : int.MaxValue;

    /// <summary>The reason of a rank: field, a colon, and what is wrong with it.</summary>
    public static string Reason(int rank) => rank < Known.Length ? Known[rank].Reason : "media data: it cannot be decoded";
}
