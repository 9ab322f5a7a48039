using System.Text;

namespace LambdaHooks.Benchmarks.Data;

/// <summary>16-bit noise in a WAV file. Peaks cost the same whatever is to be heard.</summary>
internal static class WavFile
{
    private const int Seed = 20261102;
    private const int BytesPerSample = 2;

    /// <summary>Writes a file of so many seconds.</summary>
    public static void Write(string path, int seconds, int sampleRate, int channels)
    {
        var random = new Random(Seed);
        using var file = File.Create(path);
        var second = new byte[sampleRate * channels * BytesPerSample];
        file.Write(Header(seconds, sampleRate, channels));
        for (var i = 0; i < seconds; i++)
        {
            random.NextBytes(second);
            file.Write(second);
        }
    }

    private static byte[] Header(int seconds, int sampleRate, int channels)
    {
        var frame = channels * BytesPerSample;
        var data = seconds * sampleRate * frame;
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.ASCII);
        writer.Write("RIFF"u8);
        writer.Write(data + 36);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)channels);
        writer.Write(sampleRate);
        writer.Write(sampleRate * frame);
        writer.Write((short)frame);
        writer.Write((short)(8 * BytesPerSample));
        writer.Write("data"u8);
        writer.Write(data);
        return bytes.ToArray();
    }
}
