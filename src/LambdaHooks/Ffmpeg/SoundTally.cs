using System.Buffers.Binary;

namespace LambdaHooks.Ffmpeg;

/// <summary>Counts decoded sound as it passes; reads rate and frame size from the head of the WAV file that it is.</summary>
internal sealed class SoundTally
{
    /// <summary>The head ffmpeg writes has 44 bytes, or 68 for more than two channels or high rates.</summary>
    private const int MostHeadBytes = 512;

    private readonly byte[] head = new byte[MostHeadBytes];
    private int headBytes;

    /// <summary>Bytes that have passed, head included.</summary>
    public long Bytes { get; private set; }

    /// <summary>Bytes of them that were taken off again.</summary>
    public long Cut { get; set; }

    /// <summary>Takes the next bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        Bytes += bytes.Length;
        if (headBytes < MostHeadBytes)
        {
            var take = Math.Min(bytes.Length, MostHeadBytes - headBytes);
            bytes[..take].CopyTo(head.AsSpan(headBytes));
            headBytes += take;
        }
    }

    /// <summary>Seconds that have passed; 0 before the first frame.</summary>
    public double Seconds() => Layout() is var (data, perSecond, _) ? (double)(Bytes - data - Cut) / perSecond : 0;

    /// <summary>Offset of the first frame, bytes a second and bytes of a frame; null before they have passed.</summary>
    public (int Data, uint BytesPerSecond, int BytesPerFrame)? Layout()
    {
        // "fmt " comes first, so its fields lie where they always do.
        var seen = head.AsSpan(0, headBytes);
        return seen.Length >= 36 && seen.IndexOf("data"u8) is >= 36 and var data && BinaryPrimitives.ReadUInt32LittleEndian(seen[28..]) is > 0 and var perSecond
            ? (data + 8, perSecond, BinaryPrimitives.ReadUInt16LittleEndian(seen[32..]))
            : null;
    }
}
