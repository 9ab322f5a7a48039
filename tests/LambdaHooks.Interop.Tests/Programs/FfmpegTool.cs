using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LambdaHooks.Interop.Tests.Programs;

/// <summary>The <c>ffmpeg</c> on this machine, installed where it is missing and that is allowed.</summary>
internal static class FfmpegTool
{
    private const string Install = "apt-get update && apt-get install -y --no-install-recommends ffmpeg";
    private const int RateOffset = 24;
    private const int ChannelsOffset = 22;
    private const int WavHeader = 44;

    private static readonly Lazy<Task> Ready = new(EnsureAsync);

    /// <summary>All samples of a file of one or two channels, as 16-bit frames. Without metadata and version the header is the plainest there is.</summary>
    public static async Task<(int SampleRate, int Channels, short[] Interleaved)> DecodeAsync(string path, CancellationToken cancel)
    {
        var wav = await RunAsync(cancel, "-i", path, "-vn", "-map_metadata", "-1", "-c:a", "pcm_s16le", "-bitexact", "-f", "wav", "-");
        var samples = MemoryMarshal.Cast<byte, short>(wav.AsSpan(WavHeader)).ToArray();
        return (BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(RateOffset)), BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(ChannelsOffset)), samples);
    }

    /// <summary>Integrated loudness of a file in LUFS, measured at the rate for which the recommendation gives its filters.</summary>
    public static async Task<double> LoudnessAsync(string path, CancellationToken cancel)
    {
        const string measure = "aresample=48000,ebur128=metadata=1,ametadata=print:key=lavfi.r128.I:file=-";
        var lines = System.Text.Encoding.ASCII.GetString(await RunAsync(cancel, "-i", path, "-vn", "-af", measure, "-f", "null", "-"));
        var last = lines.Split('\n').Last(l => l.StartsWith("lavfi.r128.I=", StringComparison.Ordinal));
        return double.Parse(last.Split('=')[1], CultureInfo.InvariantCulture);
    }

    private static async Task<byte[]> RunAsync(CancellationToken cancel, params string[] arguments)
    {
        await Ready.Value;
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-nostdin", "-v", "error", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(cancel);
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, cancel);
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0 ? output.ToArray() : throw new InvalidOperationException($"ffmpeg failed: {await errors}");
    }

    private static async Task EnsureAsync()
    {
        if (await ShellAsync("command -v ffmpeg"))
        {
            return;
        }

        Assert.True(Environment.IsPrivilegedProcess && await ShellAsync(Install), $"These tests compare with ffmpeg. Run, as root: {Install}");
    }

    private static async Task<bool> ShellAsync(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", $"{{ {command}; }} >/dev/null 2>&1"]))!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
