using System.Globalization;
using LambdaHooks.Cli.Tests.Programs;

namespace LambdaHooks.Cli.Tests.Demo;

/// <summary>How long a clip is, by means that are not the product's.</summary>
internal static class ClipLength
{
    private static readonly Lazy<Task<bool>> HasProbe = new(async () => (await ProgramRun.OfAsync("sh", "-c", "command -v ffprobe")).ExitCode == 0);

    /// <summary>Seconds; null where only ffprobe could tell and it is not there.</summary>
    public static async Task<decimal?> OfAsync(string path) =>
        path.EndsWith(".wav", StringComparison.Ordinal) ? OfWav(File.ReadAllBytes(path))
        : await HasProbe.Value ? await ProbeAsync(path)
        : null;

    /// <summary>Bytes of the data chunk, or of what is left of the file where the chunk claims more, by bytes a second.</summary>
    private static decimal OfWav(byte[] file)
    {
        var bytesPerSecond = 0L;
        for (var at = 12; at + 8 <= file.Length;)
        {
            var name = System.Text.Encoding.ASCII.GetString(file, at, 4);
            var size = (long)BitConverter.ToUInt32(file, at + 4);
            if (name == "fmt ")
            {
                bytesPerSecond = BitConverter.ToUInt32(file, at + 16);
            }
            else if (name == "data")
            {
                return Math.Min(size, file.Length - at - 8) / (decimal)bytesPerSecond;
            }

            at += (int)(8 + size + (size % 2));
        }

        throw new InvalidDataException("no data chunk");
    }

    private static async Task<decimal?> ProbeAsync(string path)
    {
        var probe = await ProgramRun.OfAsync("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path);
        return decimal.Parse(probe.Output, CultureInfo.InvariantCulture);
    }
}
