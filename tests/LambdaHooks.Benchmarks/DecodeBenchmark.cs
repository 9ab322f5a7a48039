using LambdaHooks.Benchmarks.Data;
using LambdaHooks.Benchmarks.Measuring;
using LambdaHooks.Benchmarks.Programs;

namespace LambdaHooks.Benchmarks;

/// <summary>Peaks of compressed media, against the decoder alone: the scan should hide behind it.</summary>
internal sealed class DecodeBenchmark(Workspace workspace, NativeProgram cli, Report report)
{
    private const double MostOfDecoding = 1.08;

    private static readonly (string Ending, string[] Encoder)[] Formats =
    [
        (".mp3", ["-c:a", "libmp3lame", "-b:a", "128k"]),
        (".m4a", ["-c:a", "aac", "-b:a", "128k"]),
        (".flac", ["-c:a", "flac"]),
        (".opus", ["-c:a", "libopus", "-b:a", "96k"]),
    ];

    public async Task RunAsync(CancellationToken cancel)
    {
        if ((await Tool.RunAsync("ffmpeg", "-version")).ExitCode != 0)
        {
            report.UndecidedTarget("decode: user time within 8 % of decoding alone", "ffmpeg is not here");
            return;
        }

        var program = await cli.PathAsync();
        var wav = workspace.PathOf("decode.wav");
        WavFile.Write(wav, 600, 44_100, 2);
        foreach (var (ending, encoder) in Formats)
        {
            var file = workspace.PathOf($"decode{ending}");
            var (exitCode, text) = await Tool.RunAsync("ffmpeg", ["-nostdin", "-v", "error", "-y", "-i", wav, "-af", "lowpass=4000", .. encoder, file]);
            _ = exitCode == 0 ? 0 : throw new BenchmarkException(text);
            await CompareAsync(program, file, ending, cancel);
        }
    }

    private async Task CompareAsync(string program, string file, string ending, CancellationToken cancel)
    {
        report.Title($"decode: 10 minutes of stereo, {ending}, {Units.Bytes(new FileInfo(file).Length)}");
        var entries = await Contest.RunAsync(
        [
            new("lambdahooks peaks -z 256", new Spawn(program, "peaks", file, "-o", workspace.PathOf("decode.dat"), "-z", "256", "--quiet", "--force").RunAsync),
            new("ffmpeg -f s16le", new Spawn("ffmpeg", "-nostdin", "-v", "quiet", "-i", file, "-f", "s16le", "-").RunAsync),
        ], cancel);
        report.Compare(entries, Figure.FromStart, Figure.User, Figure.Cpu, Figure.Memory);
        var ratio = entries[0].Of(Figure.User).Median / entries[1].Of(Figure.User).Median;
        report.Target($"decode: {ending}, user time at most {Units.Ratio(MostOfDecoding)} of the decoder's", ratio <= MostOfDecoding, Units.Ratio(ratio));
    }
}
