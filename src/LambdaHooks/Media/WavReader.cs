using System.Buffers.Binary;

namespace LambdaHooks.Media;

/// <summary>
/// Reads the header of a RIFF WAVE file, chunk by chunk, wherever <c>fmt </c> and <c>data</c> lie.
/// </summary>
/// <remarks>
/// Source: Microsoft and IBM, <i>Multimedia Programming Interface and Data Specifications 1.0</i> (1991), chapter 3, and
/// Microsoft's <c>WAVEFORMATEXTENSIBLE</c>. Chunks are padded to even lengths. A data size of 0, of 0xFFFFFFFF (written
/// by programs that could not seek) or beyond the end of the file is read as "to the end of the file".
/// </remarks>
public static class WavReader
{
    private const int ChunkHeader = 8;
    private const int MostChunks = 1000;
    private const int FormatBytes = 40;
    private const int PcmTag = 1;
    private const int FloatTag = 3;
    private const int ExtensibleTag = 0xFFFE;
    private const uint UnknownSize = uint.MaxValue;

    /// <summary>Reads the header; costs one small read a chunk, and never reads samples.</summary>
    /// <param name="source">The file.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<WavHeader> ReadHeaderAsync(IByteSource source, CancellationToken cancel)
    {
        var window = new ByteWindow(source);
        var riff = await window.ReadAsync(0, 12, cancel).ConfigureAwait(false);
        if (riff.Length < 12 || !riff.Span[..4].SequenceEqual("RIFF"u8) || !riff.Span[8..12].SequenceEqual("WAVE"u8))
        {
            return new WavHeader.Unreadable("RIFF", "the file does not begin with a RIFF WAVE header") { IsEmpty = riff.IsEmpty };
        }

        var (format, data) = await FindChunksAsync(window, cancel).ConfigureAwait(false);
        return format is null ? new WavHeader.Unreadable("fmt ", "there is no format chunk")
            : data is null ? new WavHeader.Unreadable("data", "there is no data chunk")
            : Describe(format.Value.Span, data.Value, source.Length);
    }

    private static async Task<(ReadOnlyMemory<byte>? Format, (long Offset, uint Size)? Data)> FindChunksAsync(ByteWindow window, CancellationToken cancel)
    {
        ReadOnlyMemory<byte>? format = null;
        (long Offset, uint Size)? data = null;
        var offset = 12L;
        for (var chunk = 0; chunk < MostChunks && (format is null || data is null); chunk++)
        {
            var header = await window.ReadAsync(offset, ChunkHeader, cancel).ConfigureAwait(false);
            if (header.Length < ChunkHeader)
            {
                break;
            }

            long size = BinaryPrimitives.ReadUInt32LittleEndian(header.Span[4..]);
            if (header.Span[..4].SequenceEqual("fmt "u8))
            {
                var body = await window.ReadAsync(offset + ChunkHeader, (int)Math.Min(size, FormatBytes), cancel).ConfigureAwait(false);
                format ??= body.ToArray();
            }
            else if (header.Span[..4].SequenceEqual("data"u8))
            {
                data ??= (offset + ChunkHeader, (uint)size);
            }

            offset += ChunkHeader + size + (size & 1);
        }

        return (format, data);
    }

    private static WavHeader Describe(ReadOnlySpan<byte> format, (long Offset, uint Size) data, long length)
    {
        if (format.Length < 16)
        {
            return new WavHeader.Unreadable("fmt ", $"the format chunk has {format.Length} bytes, at least 16 are needed");
        }

        int tag = BinaryPrimitives.ReadUInt16LittleEndian(format);
        if (tag == ExtensibleTag && format.Length >= 26)
        {
            tag = BinaryPrimitives.ReadUInt16LittleEndian(format[24..]);
        }

        int channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        return FormatOf(tag, bits) is not { } sample ? new WavHeader.Unreadable("fmt .wFormatTag", $"format {tag} with {bits} bits a sample is not one of PCM 8, 16, 24, 32 or float 32")
            : channels == 0 ? new WavHeader.Unreadable("fmt .nChannels", "there are 0 channels")
            : rate is 0 or > int.MaxValue ? new WavHeader.Unreadable("fmt .nSamplesPerSec", $"{rate} samples a second cannot be played")
            : Locate(new WavHeader.Readable(sample, channels, (int)rate, data.Offset, 0, null), data.Size, length);
    }

    private static SampleFormat? FormatOf(int tag, int bits) => (tag, bits) switch
    {
        (PcmTag, 8) => SampleFormat.Pcm8,
        (PcmTag, 16) => SampleFormat.Pcm16,
        (PcmTag, 24) => SampleFormat.Pcm24,
        (PcmTag, 32) => SampleFormat.Pcm32,
        (FloatTag, 32) => SampleFormat.Ieee32,
        _ => null,
    };

    private static WavHeader.Readable Locate(WavHeader.Readable header, uint declared, long length)
    {
        var present = Math.Max(0, length - header.DataOffset);
        var openEnded = declared is 0 or UnknownSize;
        var bytes = openEnded ? present : Math.Min(declared, present);
        var notice = openEnded && present > 0 ? "the data size is not set; samples are read to the end of the file"
            : !openEnded && declared > present ? $"the data chunk claims {declared} bytes, {present} are there; those are used"
            : null;
        return header with { Frames = bytes / header.BytesPerFrame, Notice = notice };
    }
}
