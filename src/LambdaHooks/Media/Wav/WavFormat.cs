using System.Buffers.Binary;

namespace LambdaHooks.Media;

/// <summary>Reads the body of a <c>fmt </c> chunk.</summary>
/// <remarks>
/// Source: Microsoft's <c>WAVEFORMATEX</c> and <c>WAVEFORMATEXTENSIBLE</c>, little-endian.
/// <code>
/// offset  type  field
///      0  u16   wFormatTag
///      2  u16   nChannels
///      4  u32   nSamplesPerSec
///      8  u32   nAvgBytesPerSec (not used)
///     12  u16   nBlockAlign
///     14  u16   wBitsPerSample
///     24  GUID  SubFormat, where the tag is 0xFFFE: the real tag, then a fixed tail
/// </code>
/// Samples are read by the size of their container, since fewer valid bits are moved to its top: 20 bits in three bytes are 24 bits,
/// 24 bits in four bytes are 32.
/// </remarks>
internal static class WavFormat
{
    private const int PlainBytes = 16;
    private const int SubFormatOffset = 24;

    private static ReadOnlySpan<byte> GuidTail => [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    /// <summary>Format, channels and rate as a header without data, or what is wrong.</summary>
    public static WavHeader Read(ReadOnlySpan<byte> body)
    {
        if (body.Length < PlainBytes)
        {
            return new WavHeader.Unreadable("fmt ", $"the format chunk has {body.Length} bytes, at least {PlainBytes} are needed");
        }

        int tag = BinaryPrimitives.ReadUInt16LittleEndian(body);
        if (tag != WavTags.Extensible)
        {
            return Read(body, tag, null);
        }

        return body.Length < SubFormatOffset + 2
            ? new WavHeader.Unreadable("fmt .SubFormat", $"the format chunk has {body.Length} bytes, and its sub-format begins at byte {SubFormatOffset}")
            : Read(body, BinaryPrimitives.ReadUInt16LittleEndian(body[SubFormatOffset..]), NoticeOfTail(body[(SubFormatOffset + 2)..]));
    }

    private static WavHeader Read(ReadOnlySpan<byte> body, int tag, string? notice)
    {
        int channels = BinaryPrimitives.ReadUInt16LittleEndian(body[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(body[4..]);
        int frame = BinaryPrimitives.ReadUInt16LittleEndian(body[12..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(body[14..]);
        return WavTags.FormatOf(tag, bits) is not { } byBits ? WavTags.NotRead(tag, bits)
            : channels == 0 ? new WavHeader.Unreadable("fmt .nChannels", "there are 0 channels")
            : channels > WavHeader.MostChannels ? new WavHeader.Unreadable("fmt .nChannels", $"{channels} channels, at most {WavHeader.MostChannels} are read")
            : rate is 0 or > int.MaxValue ? new WavHeader.Unreadable("fmt .nSamplesPerSec", $"{rate} samples a second cannot be played")
            : Container(byBits, channels, frame) is not { } format ? new WavHeader.Unreadable("fmt .nBlockAlign", $"{frame} bytes a frame contradict {channels} channels of {bits} bits")
            : new WavHeader.Readable(format, channels, (int)rate, 0, 0, frame == 0 ? WavNotice.Join(notice, "the bytes of a frame are not set and follow from the bits of a sample") : notice);
    }

    private static SampleFormat? Container(SampleFormat byBits, int channels, int frame) =>
        frame == 0 || frame == channels * byBits.Bytes() ? byBits
        : byBits == SampleFormat.Pcm24 && frame == channels * SampleFormat.Pcm32.Bytes() ? SampleFormat.Pcm32
        : null;

    private static string? NoticeOfTail(ReadOnlySpan<byte> tail) =>
        tail.StartsWith(GuidTail) ? null : "the sub-format is not one of the usual GUIDs; its first two bytes are taken for the format";
}
