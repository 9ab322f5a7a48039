using System.Buffers.Binary;
using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>What the first frame of an MP3 file states about the whole.</summary>
/// <remarks>
/// Sources: ISO/IEC 11172-3, 2.4.1.3 and ISO/IEC 13818-3 (frame header); id3.org, <i>ID3 tag version 2.4.0</i>, 3.1 (size of the tag);
/// Xing's header: after the side information <c>Xing</c> or <c>Info</c>, flags, then what they announce: number of frames (1), bytes (2),
/// seek table (4), quality (8); gabriel.mp3-tech.org, <i>Mp3 info tag</i>: 21 bytes behind it, 12 bits of delay and 12 of padding.
/// </remarks>
/// <param name="Seconds">Length with what the encoder added.</param>
/// <param name="Bytes">Length of the file without tags; null where it is not stated.</param>
/// <param name="Samples">Samples of a channel without what the encoder added; null where that is not stated.</param>
internal sealed record Mp3Head(double Seconds, long? Bytes, long? Samples)
{
    /// <summary>MPEG-1; MPEG-2 and 2.5 halve and quarter them.</summary>
    private static readonly int[] Rates = [44100, 48000, 32000];

    /// <summary>Null where the first frame states nothing, or the file is no MP3 of layer III.</summary>
    public static async Task<Mp3Head?> ReadAsync(IByteSource source, CancellationToken cancel)
    {
        var window = new ByteWindow(source);
        var tag = await window.ReadAsync(0, 10, cancel).ConfigureAwait(false);
        var frame = await window.ReadAsync(TagBytes(tag.Span), 192, cancel).ConfigureAwait(false);
        return frame.Length == 192 && IsLayer3(frame.Span) ? Of(frame.Span) : null;
    }

    /// <summary>
    /// Samples after which only padding comes; null where there is none or the statement does not fit the file, as where files were joined.
    /// A pipe does not tell ffmpeg how long the file is, so that it leaves the padding in.
    /// </summary>
    /// <param name="length">Length of the file in bytes.</param>
    public long? CutAt(long length) => Bytes is { } stated && Math.Abs(stated - length) <= stated >> 4 && Samples > 0 ? Samples : null;

    private static int TagBytes(ReadOnlySpan<byte> tag) => tag is [(byte)'I', (byte)'D', (byte)'3', _, _, var flags, < 128 and var a, < 128 and var b, < 128 and var c, < 128 and var d]
        ? 10 + (a << 21) + (b << 14) + (c << 7) + d + ((flags & 0x10) != 0 ? 10 : 0)
        : 0;

    private static bool IsLayer3(ReadOnlySpan<byte> frame) => frame[0] == 0xFF && (frame[1] & 0xE6) == 0xE2 && (frame[1] & 0x18) != 0x08 && (frame[2] & 0x0C) != 0x0C;

    private static Mp3Head? Of(ReadOnlySpan<byte> frame)
    {
        var version = (frame[1] >> 3) & 3;
        var side = (IsFirst: version == 3, IsMono: frame[3] >> 6 == 3) switch { (true, false) => 32, (false, true) => 9, _ => 17 };
        var header = frame[(4 + side)..];
        if (!(header.StartsWith("Xing"u8) || header.StartsWith("Info"u8)) || (header[7] & 1) == 0)
        {
            return null;
        }

        var rate = Rates[(frame[2] >> 2) & 3] >> (version switch { 3 => 0, 2 => 1, _ => 2 });
        var samples = BinaryPrimitives.ReadUInt32BigEndian(header[8..]) * (version == 3 ? 1152L : 576L);
        long? bytes = (header[7] & 2) == 0 ? null : BinaryPrimitives.ReadUInt32BigEndian(header[12..]);
        return new Mp3Head((double)samples / rate, bytes, samples - Added(header));
    }

    /// <summary>Samples the encoder added at both ends; null where it does not say.</summary>
    private static long? Added(ReadOnlySpan<byte> header)
    {
        var info = header[(8 + ((header[7] & 1) * 4) + ((header[7] & 2) * 2) + ((header[7] & 4) * 25) + ((header[7] & 8) / 2))..];
        return info.Length < 24 || !(info.StartsWith("LAME"u8) || info.StartsWith("Lavf"u8) || info.StartsWith("Lavc"u8)) ? null
            : ((info[21] << 4) | (info[22] >> 4)) + (((info[22] & 0x0F) << 8) | info[23]);
    }
}
