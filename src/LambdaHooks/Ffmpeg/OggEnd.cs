using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>Whether an Ogg file ends as it should.</summary>
/// <remarks>Source: RFC 3533, 6: a page has 27 bytes, a table of segment lengths and the segments; bit 2 of byte 5 marks a stream's last page.</remarks>
internal static class OggEnd
{
    /// <summary>Two pages of the largest size.</summary>
    private const int TailBytes = 2 * 65307;

    /// <summary>True for an Ogg file whose last page is not marked as such or is not all there.</summary>
    public static async Task<bool> IsMissingAsync(IByteSource source, Demuxer demuxer, CancellationToken cancel)
    {
        if (demuxer.Name != "ogg")
        {
            return false;
        }

        var tail = new byte[Math.Min(TailBytes, source.Length)];
        var read = await source.ReadAsync(source.Length - tail.Length, tail, cancel).ConfigureAwait(false);
        return IsMissing(tail.AsSpan(0, read));
    }

    private static bool IsMissing(ReadOnlySpan<byte> tail)
    {
        var at = tail.LastIndexOf("OggS"u8);
        if (at < 0)
        {
            return true;
        }

        var page = tail[at..];
        if (page.Length < 27 || page.Length < 27 + page[26])
        {
            return true;
        }

        var length = 27 + page[26];
        foreach (var segment in page.Slice(27, page[26]))
        {
            length += segment;
        }

        return page.Length < length || (page[5] & 4) == 0;
    }
}
