using System.Diagnostics;
using LambdaHooks.Benchmarks.Data;
using LambdaHooks.Benchmarks.Measuring;
using LambdaHooks.Benchmarks.Programs;

namespace LambdaHooks.Benchmarks;

/// <summary>Peaks of long clips, against reading the file and against decoding it.</summary>
internal sealed class PeaksBenchmark(Workspace workspace, Bootstrap bootstrap, Report report)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        await RunAsync("10 minutes, 44.1 kHz, stereo", 10 * 60, 44_100, 2, cancel);
        await RunAsync("1 hour, 16 kHz, mono", 60 * 60, 16_000, 1, cancel);
    }

    private async Task RunAsync(string what, int seconds, int sampleRate, int channels, CancellationToken cancel)
    {
        var media = workspace.NewFolder();
        var file = Path.Combine(media, "clip.wav");
        WavFile.Write(file, seconds, sampleRate, channels);
        report.Title($"peaks: {what}, {Units.Bytes(new FileInfo(file).Length)}");
        report.Compare(await Contest.RunAsync(await ContestantsAsync(media, file), cancel), Figure.Request, Figure.FromStart, Figure.Cpu, Figure.Memory);
    }

    private async Task<IReadOnlyList<Contestant>> ContestantsAsync(string media, string file)
    {
        var program = await bootstrap.PathAsync();
        var request = Requests.Pre($"s3://{LocalBuckets.Media}/clip.wav");
        var contestants = new List<Contestant>
        {
            new("bootstrap, peaks made and kept", () =>
                new FunctionRun(program, "PreAnnotation", LocalBuckets.Settings(workspace.NewFolder(), media)).AnswerAsync(request)),
            new("cat FILE > /dev/null", () => Peer.UntilItEndsAsync(new ProcessStartInfo("sh", ["-c", "exec cat \"$1\" > /dev/null", "sh", file]))),
        };
        if ((await Tool.RunAsync("ffmpeg", "-version")).ExitCode == 0)
        {
            contestants.Add(new("ffmpeg -f s16le", () =>
                Peer.UntilItEndsAsync(new ProcessStartInfo("ffmpeg", ["-nostdin", "-v", "error", "-y", "-i", file, "-f", "s16le", "/dev/null"]))));
        }
        else
        {
            report.LeftOut("ffmpeg, which is not here");
        }

        return contestants;
    }
}
