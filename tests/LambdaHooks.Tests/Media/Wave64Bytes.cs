using System.Text;

namespace LambdaHooks.Tests.Media;

/// <summary>Wave64 files built chunk by chunk, right or wrong as a test needs them.</summary>
internal sealed class Wave64Bytes
{
    private static readonly byte[] RiffTail = [0x2E, 0x91, 0xCF, 0x11, 0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00];
    private static readonly byte[] WaveTail = [0xF3, 0xAC, 0xD3, 0x11, 0x8C, 0xD1, 0x00, 0xC0, 0x4F, 0x8E, 0xDB, 0x8A];

    private readonly List<byte> bytes = [.. "riff"u8, .. RiffTail, .. new byte[8], .. "wave"u8, .. WaveTail];

    public Wave64Bytes Format(int tag, int channels, uint rate, int bits) => Chunk("fmt ", WavBytes.FormatBody(tag, channels, rate, bits));

    /// <summary>A chunk, padded to a multiple of eight; <paramref name="declared"/> is the size its header claims, if not the true one.</summary>
    public Wave64Bytes Chunk(string name, byte[] body, long? declared = null)
    {
        bytes.AddRange([.. Encoding.ASCII.GetBytes(name), .. WaveTail, .. BitConverter.GetBytes(declared ?? (24 + body.Length)), .. body]);
        bytes.AddRange(new byte[-body.Length & 7]);
        return this;
    }

    public byte[] ToArray() => [.. bytes];
}
