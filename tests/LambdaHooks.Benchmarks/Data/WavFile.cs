using System.Runtime.InteropServices;
using System.Text;

namespace LambdaHooks.Benchmarks.Data;

/// <summary>Noise in a WAV file. Peaks cost the same whatever is to be heard.</summary>
internal static class WavFile
{
    private const int Seed = 20261102;
    private const int PcmTag = 1;
    private const int FloatTag = 3;

    /// <summary>Writes a file of so many seconds; 32 bits are floats.</summary>
    public static void Write(string path, int seconds, int sampleRate, int channels, int bits = 16)
    {
        var random = new Random(Seed);
        using var file = File.Create(path);
        var second = new byte[sampleRate * channels * (bits / 8)];
        file.Write(Header(seconds, sampleRate, channels, bits));
        for (var i = 0; i < seconds; i++)
        {
            Fill(random, second, bits);
            file.Write(second);
        }
    }

    private static void Fill(Random random, byte[] second, int bits)
    {
        if (bits != 32)
        {
            random.NextBytes(second);
            return;
        }

        foreach (ref var sample in MemoryMarshal.Cast<byte, float>(second.AsSpan()))
        {
            sample = (2 * random.NextSingle()) - 1;
        }
    }

    private static byte[] Header(int seconds, int sampleRate, int channels, int bits)
    {
        var frame = channels * (bits / 8);
        var data = seconds * sampleRate * frame;
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.ASCII);
        writer.Write("RIFF"u8);
        writer.Write(data + 36);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)(bits == 32 ? FloatTag : PcmTag));
        writer.Write((short)channels);
        writer.Write(sampleRate);
        writer.Write(sampleRate * frame);
        writer.Write((short)frame);
        writer.Write((short)bits);
        writer.Write("data"u8);
        writer.Write(data);
        return bytes.ToArray();
    }
}
