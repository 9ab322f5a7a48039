using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LambdaHooks.Media;

/// <summary>
/// The levels of a <see cref="PeakPyramid"/> in one object with an index at its head, so that a page can fetch what it shows by
/// byte range.
/// </summary>
/// <remarks>
/// Little-endian.
/// <code>
/// offset  type      field
///      0  8 bytes   "LHPEAKS1"
///      8  u32       sample rate, frames a second
///     12  u32       channels of the medium
///     16  u64       frames of the medium
///     24  u32       number of levels, n
///     28  n × 16    levels, finest first: u32 samples per peak, u32 peaks, u64 byte offset of its data
///          i16      data: minimum and maximum of each peak in turn
/// </code>
/// </remarks>
public static class PeakFile
{
    /// <summary>Bytes before the first level's entry.</summary>
    public const int HeadBytes = 28;

    /// <summary>Bytes of one level's entry in the index.</summary>
    public const int EntryBytes = 16;

    private static ReadOnlySpan<byte> Magic => "LHPEAKS1"u8;

    /// <summary>The file as bytes.</summary>
    public static byte[] Write(PeakPyramid pyramid)
    {
        var offset = HeadBytes + (EntryBytes * pyramid.Levels.Count);
        var file = new byte[offset + pyramid.Levels.Sum(l => l.Data.Count * sizeof(short))];
        WriteHead(file, pyramid);
        for (var i = 0; i < pyramid.Levels.Count; i++)
        {
            var level = pyramid.Levels[i];
            var entry = file.AsSpan(HeadBytes + (EntryBytes * i), EntryBytes);
            BinaryPrimitives.WriteUInt32LittleEndian(entry, (uint)level.SamplesPerPeak);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], (uint)level.Peaks);
            BinaryPrimitives.WriteUInt64LittleEndian(entry[8..], (ulong)offset);
            offset += WriteData(file.AsSpan(offset), level);
        }

        return file;
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the overview, which is not part of the file, is left empty.</summary>
    /// <exception cref="InvalidDataException">Not such a file, or cut short; the message names the field.</exception>
    public static PeakPyramid Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeadBytes || !file[..8].SequenceEqual(Magic))
        {
            throw new InvalidDataException("magic: this is not a LHPEAKS1 file");
        }

        var count = BinaryPrimitives.ReadUInt32LittleEndian(file[24..]);
        if (count > (file.Length - HeadBytes) / EntryBytes)
        {
            throw new InvalidDataException($"levels: the index claims {count} levels, more than the file holds");
        }

        var levels = new List<PeakLevel>();
        for (var i = 0; i < count; i++)
        {
            levels.Add(ReadLevel(file, file.Slice(HeadBytes + (EntryBytes * i), EntryBytes)));
        }

        return new PeakPyramid(
            BinaryPrimitives.ReadInt32LittleEndian(file[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(file[12..]),
            BinaryPrimitives.ReadInt64LittleEndian(file[16..]),
            new PeakOverview([]),
            levels);
    }

    private static void WriteHead(Span<byte> file, PeakPyramid pyramid)
    {
        Magic.CopyTo(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file[8..], (uint)pyramid.SampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(file[12..], (uint)pyramid.Channels);
        BinaryPrimitives.WriteUInt64LittleEndian(file[16..], (ulong)pyramid.Frames);
        BinaryPrimitives.WriteUInt32LittleEndian(file[24..], (uint)pyramid.Levels.Count);
    }

    private static int WriteData(Span<byte> target, PeakLevel level)
    {
        for (var i = 0; i < level.Data.Count; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(target[(i * sizeof(short))..], level.Data[i]);
        }

        return level.Data.Count * sizeof(short);
    }

    private static PeakLevel ReadLevel(ReadOnlySpan<byte> file, ReadOnlySpan<byte> entry)
    {
        var samplesPerPeak = BinaryPrimitives.ReadUInt32LittleEndian(entry);
        var bytes = BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]) * 2L * sizeof(short);
        var offset = BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]);
        if (samplesPerPeak is 0 or > int.MaxValue || offset > (ulong)file.Length || bytes > file.Length - (long)offset)
        {
            throw new InvalidDataException($"level of {samplesPerPeak} samples a peak: its data lies outside the file");
        }

        var data = MemoryMarshal.Cast<byte, short>(file.Slice((int)offset, (int)bytes)).ToArray();
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(data, data);
        }

        return new PeakLevel((int)samplesPerPeak, data);
    }
}
