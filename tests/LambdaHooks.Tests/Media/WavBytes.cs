using System.Buffers.Binary;
using System.Text;
using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media;

/// <summary>WAV files built chunk by chunk, right or wrong as a test needs them.</summary>
internal sealed class WavBytes
{
    public const uint UnknownSize = 0xFFFFFFFF;

    private readonly List<byte> bytes = [];

    public WavBytes()
    {
        bytes.AddRange("RIFF"u8);
        AddNumber(UnknownSize, 4);
        bytes.AddRange("WAVE"u8);
    }

    /// <summary>A usual file: 44 bytes of header, then the samples.</summary>
    public static byte[] Usual(byte[] data, int tag = 1, int channels = 1, uint rate = 16_000, int bits = 16) =>
        new WavBytes().Format(tag, channels, rate, bits).Chunk("data", data).ToArray();

    public WavBytes Format(int tag, int channels, uint rate, int bits) => Chunk("fmt ", FormatBody(tag, channels, rate, bits));

    /// <summary>WAVE_FORMAT_EXTENSIBLE: the real tag begins a GUID, 24 bytes in.</summary>
    public WavBytes Extensible(int subFormat, int channels, uint rate, int bits, int validBits) =>
        Chunk("fmt ", [.. FormatBody(0xFFFE, channels, rate, bits), 22, 0, .. Number((uint)validBits, 2), 0, 0, 0, 0, .. Number((uint)subFormat, 2), .. new byte[14]]);

    /// <summary>A chunk, padded to an even length; <paramref name="declared"/> is the size its header claims, if not the true one.</summary>
    public WavBytes Chunk(string name, byte[] body, uint? declared = null)
    {
        bytes.AddRange(Encoding.ASCII.GetBytes(name));
        AddNumber(declared ?? (uint)body.Length, 4);
        bytes.AddRange(body);
        if (body.Length % 2 == 1)
        {
            bytes.Add(0);
        }

        return this;
    }

    public byte[] ToArray() => [.. bytes];

    public static Task<WavHeader> HeaderOf(byte[] file) => WavReader.ReadHeaderAsync(new MemorySource(file), TestContext.Current.CancellationToken);

    public static async Task<WavHeader.Readable> ReadableOf(byte[] file) => Assert.IsType<WavHeader.Readable>(await HeaderOf(file));

    private static byte[] FormatBody(int tag, int channels, uint rate, int bits)
    {
        var frame = channels * bits / 8;
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
