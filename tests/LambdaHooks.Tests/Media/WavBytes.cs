using System.Buffers.Binary;
using System.Text;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>WAV files built chunk by chunk, right or wrong as a test needs them.</summary>
internal sealed class WavBytes
{
    public const uint UnknownSize = 0xFFFFFFFF;

    /// <summary>KSDATAFORMAT_SUBTYPE, after its first two bytes.</summary>
    private static readonly byte[] UsualTail = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71];

    private readonly List<byte> bytes = [];

    public WavBytes(string container = "RIFF")
    {
        bytes.AddRange(Encoding.ASCII.GetBytes(container));
        AddNumber(UnknownSize, 4);
        bytes.AddRange("WAVE"u8);
    }

    /// <summary>A usual file: 44 bytes of header, then the samples.</summary>
    public static byte[] Usual(byte[] data, int tag = 1, int channels = 1, uint rate = 16_000, int bits = 16) =>
        new WavBytes().Format(tag, channels, rate, bits).Chunk("data", data).ToArray();

    public WavBytes Format(int tag, int channels, uint rate, int bits, int? blockAlign = null) => Chunk("fmt ", FormatBody(tag, channels, rate, bits, blockAlign));

    /// <summary>WAVE_FORMAT_EXTENSIBLE: the real tag begins a GUID, 24 bytes in.</summary>
    public WavBytes Extensible(int subFormat, int channels, uint rate, int bits, int validBits, byte[]? tail = null) =>
        Chunk("fmt ", [.. FormatBody(0xFFFE, channels, rate, bits), 22, 0, .. Number((uint)validBits, 2), 0, 0, 0, 0, .. Number((uint)subFormat, 2), .. tail ?? UsualTail]);

    /// <summary>A chunk, padded to an even length where it <paramref name="pads"/>; <paramref name="declared"/> is the size its header claims, if not the true one.</summary>
    public WavBytes Chunk(string name, byte[] body, uint? declared = null, bool pads = true)
    {
        bytes.AddRange(Encoding.ASCII.GetBytes(name));
        AddNumber(declared ?? (uint)body.Length, 4);
        bytes.AddRange(body);
        if (pads && body.Length % 2 == 1)
        {
            bytes.Add(0);
        }

        return this;
    }

    public byte[] ToArray() => [.. bytes];

    public static Task<WavHeader> HeaderOf(byte[] file) => WavReader.ReadHeaderAsync(new MemorySource(file), TestContext.Current.CancellationToken);

    public static async Task<WavHeader.Readable> ReadableOf(byte[] file) => Assert.IsType<WavHeader.Readable>(await HeaderOf(file));

    public static byte[] FormatBody(int tag, int channels, uint rate, int bits, int? blockAlign = null)
    {
        var frame = (blockAlign ?? channels * bits / 8) & 0xFFFF;
        return [.. Number((uint)tag, 2), .. Number((uint)channels, 2), .. Number(rate, 4), .. Number(unchecked(rate * (uint)frame), 4), .. Number((uint)frame, 2), .. Number((uint)bits, 2)];
    }

    private void AddNumber(uint value, int width) => bytes.AddRange(Number(value, width));

    private static byte[] Number(uint value, int width)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(number, value);
        return number[..width];
    }
}
