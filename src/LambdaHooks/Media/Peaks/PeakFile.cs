using System.Buffers.Binary;

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
        var file = new byte[offset + pyramid.Levels.Sum(l => l.Data.Length * sizeof(short))];
        WriteHead(file, pyramid);
        for (var i = 0; i < pyramid.Levels.Count; i++)
        {
            var level = pyramid.Levels[i];
            var entry = file.AsSpan(HeadBytes + (EntryBytes * i), EntryBytes);
            BinaryPrimitives.WriteUInt32LittleEndian(entry, (uint)level.SamplesPerPeak);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], (uint)level.Peaks);
            BinaryPrimitives.WriteUInt64LittleEndian(entry[8..], (ulong)offset);
            offset += LittleEndian.Write(level.Data.Span, file.AsSpan(offset));
        }

        return file;
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the overview, which is not part of the file, is left empty.</summary>
    /// <exception cref="InvalidDataException">Not such a file, cut short, or at odds with itself; the message names the field.</exception>
    public static PeakPyramid Read(ReadOnlySpan<byte> file)
    {
        Require(file.Length >= HeadBytes && file[..8].SequenceEqual(Magic), "magic: this is not a LHPEAKS1 file");
        var sampleRate = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        var channels = BinaryPrimitives.ReadInt32LittleEndian(file[12..]);
        var frames = BinaryPrimitives.ReadInt64LittleEndian(file[16..]);
        Require(sampleRate > 0, $"sample rate: {sampleRate} frames a second");
        Require(channels is > 0 and <= ushort.MaxValue, $"channels: {channels}");
        Require(frames >= 0, $"frames: {frames}");
        return new PeakPyramid(sampleRate, channels, frames, new PeakOverview([]), ReadLevels(file, frames));
    }

    private static void WriteHead(Span<byte> file, PeakPyramid pyramid)
    {
        Magic.CopyTo(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file[8..], (uint)pyramid.SampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(file[12..], (uint)pyramid.Channels);
        BinaryPrimitives.WriteUInt64LittleEndian(file[16..], (ulong)pyramid.Frames);
        BinaryPrimitives.WriteUInt32LittleEndian(file[24..], (uint)pyramid.Levels.Count);
    }

    private static List<PeakLevel> ReadLevels(ReadOnlySpan<byte> file, long frames)
    {
        var count = BinaryPrimitives.ReadUInt32LittleEndian(file[24..]);
        Require(count <= (file.Length - HeadBytes) / EntryBytes, $"levels: the index claims {count} levels, more than the file holds");
        var levels = new List<PeakLevel>();
        var offset = HeadBytes + (EntryBytes * (int)count);
        for (var i = 0; i < count; i++)
        {
            var level = ReadLevel(file, file.Slice(HeadBytes + (EntryBytes * i), EntryBytes), offset, frames);
            Require(i == 0 || level.SamplesPerPeak == (long)levels[^1].SamplesPerPeak * PeakPyramid.Step, $"level of {level.SamplesPerPeak} samples a peak: it is not {PeakPyramid.Step} times coarser than the one before");
            levels.Add(level);
            offset += level.Data.Length * sizeof(short);
        }

        Require(offset == file.Length, "levels: the file goes on after the last level");
        return levels;
    }

    private static PeakLevel ReadLevel(ReadOnlySpan<byte> file, ReadOnlySpan<byte> entry, int offset, long frames)
    {
        var samplesPerPeak = BinaryPrimitives.ReadUInt32LittleEndian(entry);
        var peaks = BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]);
        var bytes = peaks * 2L * sizeof(short);
        var name = $"level of {samplesPerPeak} samples a peak";
        Require(samplesPerPeak is > 0 and <= int.MaxValue && peaks == PeakPairs.Count(frames, samplesPerPeak), $"{name}: {peaks} peaks do not cover {frames} frames");
        Require(BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]) == (ulong)offset && bytes <= file.Length - offset, $"{name}: its data is not where it must be");
        var data = new short[peaks * 2];
        LittleEndian.Read(file[offset..], data);
        return new PeakLevel((int)samplesPerPeak, data);
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidDataException(otherwise);
        }
    }
}
