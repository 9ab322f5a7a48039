using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LambdaHooks.Cli.Tests.Peaks;

/// <summary>Small WAV files.</summary>
internal static class Wav
{
    public const int SampleRate = 8000;

    /// <summary>What a test hears in ten frames.</summary>
    public static readonly short[] Ten = [0, 255, -255, 256, -256, -32768, 32767, -257, 5, -7];

    public static byte[] Of(short[] samples, int channels = 1) => Of(MemoryMarshal.AsBytes(samples.AsSpan()).ToArray(), tag: 1, channels, bits: 16);

    /// <summary>Samples that are stored already.</summary>
    public static byte[] Of(byte[] samples, int tag, int channels, int bits)
    {
        var frame = channels * bits / 8;
        var file = new byte[44 + samples.Length];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(20), (short)tag);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), SampleRate * frame);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), (short)frame);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), (short)bits);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), samples.Length);
        samples.CopyTo(file, 44);
        return file;
    }

    /// <summary>So many frames of one channel, none like the next.</summary>
    public static byte[] OfLength(int frames) => Of([.. Enumerable.Range(0, frames).Select(i => (short)((i * 7919L % 65_536) - 32_768))]);
}
