using System.Buffers.Binary;
using LambdaHooks.Media;

namespace LambdaHooks.Cli.Peaks;

/// <summary>Tells whether a file of levels is whole and of a medium, by its head and index; <see cref="PeakFile"/> has the byte table.</summary>
internal static class KeptLevels
{
    private const int MostLevels = 32;

    /// <exception cref="InvalidDataException">It is no file of levels.</exception>
    public static bool AreOf(ReadOnlySpan<byte> start, long length, Medium medium)
    {
        if (!start.StartsWith("LHPEAKS1"u8))
        {
            throw new InvalidDataException("magic: this is not a LHPEAKS1 file");
        }

        if (start.Length < PeakFile.HeadBytes)
        {
            return false;
        }

        var levels = BinaryPrimitives.ReadUInt32LittleEndian(start[24..]);
        var end = PeakFile.HeadBytes + (PeakFile.EntryBytes * (long)Math.Min(levels, MostLevels));
        return levels is > 0 and <= MostLevels && end <= start.Length && EndOf(start[..(int)end]) == length && IsOf(start, medium);
    }

    private static long EndOf(ReadOnlySpan<byte> headAndIndex)
    {
        var last = headAndIndex[^PeakFile.EntryBytes..];
        return unchecked((long)BinaryPrimitives.ReadUInt64LittleEndian(last[8..])) is >= 0 and <= int.MaxValue and var offset
            ? offset + (BinaryPrimitives.ReadUInt32LittleEndian(last[4..]) * 4L)
            : -1;
    }

    private static bool IsOf(ReadOnlySpan<byte> start, Medium medium) => medium is not Medium.Samples { Header: var header }
        || (BinaryPrimitives.ReadInt32LittleEndian(start[8..]) == header.SampleRate
            && BinaryPrimitives.ReadInt32LittleEndian(start[12..]) == header.Channels
            && BinaryPrimitives.ReadInt64LittleEndian(start[16..]) == header.Frames);
}
