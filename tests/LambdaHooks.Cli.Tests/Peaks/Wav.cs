using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LambdaHooks.Cli.Tests.Peaks;

/// <summary>Small WAV files of 16-bit samples.</summary>
internal static class Wav
{
    public const int SampleRate = 8000;

    /// <summary>What a test hears in ten frames.</summary>
    public static readonly short[] Ten = [0, 255, -255, 256, -256, -32768, 32767, -257, 5, -7];

    public static byte[] Of(short[] samples, int channels = 1)
    {
        var file = new byte[44 + (2 * samples.Length)];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), SampleRate * 2 * channels);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), (short)(2 * channels));
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), 16);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), 2 * samples.Length);
        MemoryMarshal.AsBytes(samples.AsSpan()).CopyTo(file.AsSpan(44));
        return file;
    }

    /// <summary>So many frames of one channel, none like the next.</summary>
    public static byte[] OfLength(int frames) => Of([.. Enumerable.Range(0, frames).Select(i => (short)((i * 7919L % 65_536) - 32_768))]);
}
