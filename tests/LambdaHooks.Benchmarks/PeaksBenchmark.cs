using LambdaHooks.Benchmarks.Data;
using LambdaHooks.Benchmarks.Measuring;
using LambdaHooks.Benchmarks.Programs;

namespace LambdaHooks.Benchmarks;

/// <summary>Peaks of WAV files, against decoding them, measuring them and merely reading them.</summary>
/// <remarks>
/// The target is a factor against audiowaveform 1.10.3, which package registries rarely carry. What it took beside ffmpeg on one and
/// the same machine translates: its wall time divided by that of <c>ffmpeg -f s16le</c>, for the same kind of file, was .270/.222 for an
/// hour of mono, .747/.885 for an hour of stereo, .172/.342 for ten minutes of 24-bit and .167/.415 of float stereo.
/// </remarks>
internal sealed class PeaksBenchmark(Workspace workspace, NativeProgram cli, Report report)
{
    private const string Ours = "lambdahooks peaks -z 256";
    private const string Reading = "cat";
    private const string Decoding = "ffmpeg -f s16le";
    private const double MostMemory = 32e6;
    private const double LongestStart = 0.012;

    private static readonly Clip[] Clips =
    [
        new("1 hour, 16 kHz, mono, 16 bit", 3600, 16_000, 1, 16, TimesFfmpeg: 5, TimesReading: 2.2),
        new("1 hour, 44.1 kHz, stereo, 16 bit", 3600, 44_100, 2, 16, TimesFfmpeg: 5 * .885 / .747, TimesReading: null),
        new("10 minutes, 44.1 kHz, stereo, 24 bit", 600, 44_100, 2, 24, TimesFfmpeg: 4 * .342 / .172, TimesReading: null),
        new("10 minutes, 44.1 kHz, stereo, float", 600, 44_100, 2, 32, TimesFfmpeg: 4 * .415 / .167, TimesReading: null),
    ];

    public async Task RunAsync(CancellationToken cancel)
    {
        var program = await cli.PathAsync();
        await StartAsync(program, cancel);
        foreach (var clip in Clips)
        {
            var file = workspace.PathOf("clip.wav");
            WavFile.Write(file, clip.Seconds, clip.SampleRate, clip.Channels, clip.Bits);
            report.Title($"peaks: {clip.Name}, {Units.Bytes(new FileInfo(file).Length)}");
            var entries = await Contest.RunAsync(await ContestantsAsync(program, file), cancel);
            report.Compare(entries, Figure.FromStart, Figure.User, Figure.Cpu, Figure.Memory);
            Judge(clip, entries.ToDictionary(e => e.Name));
            File.Delete(file);
        }
    }

    private async Task StartAsync(string program, CancellationToken cancel)
    {
        var file = workspace.PathOf("tiny.wav");
        WavFile.Write(file, 1, 8000, 1);
        report.Title("peaks: one second, which is the start of the process and little else");
        var entries = await Contest.RunAsync([Peaks(program, file), new Contestant(Reading, new Spawn("cat", file).RunAsync)], cancel);
        report.Compare(entries, Figure.FromStart, Figure.Memory);
        var start = entries[0].Of(Figure.FromStart).Median;
        report.Target($"peaks: process start under {Units.Time(LongestStart)}", start < LongestStart, Units.Time(start));
    }

    private async Task<IReadOnlyList<Contestant>> ContestantsAsync(string program, string file)
    {
        var contestants = new List<Contestant> { Peaks(program, file), new(Reading, new Spawn("cat", file).RunAsync) };
        await AddAsync(contestants, "ffmpeg", "-version", new(Decoding, new Spawn("ffmpeg", "-nostdin", "-v", "quiet", "-i", file, "-f", "s16le", "-").RunAsync));
        await AddAsync(contestants, "sox", "--version", new("sox -n stats", new Spawn("sox", "-V1", file, "-n", "stats").RunAsync));
        return contestants;
    }

    private async Task AddAsync(List<Contestant> contestants, string tool, string ask, Contestant contestant)
    {
        if ((await Tool.RunAsync(tool, ask)).ExitCode == 0)
        {
            contestants.Add(contestant);
        }
        else
        {
            report.LeftOut($"{tool}, which is not here");
        }
    }

    private Contestant Peaks(string program, string file) =>
        new(Ours, new Spawn(program, "peaks", file, "-o", workspace.PathOf("clip.dat"), "-z", "256", "--quiet", "--force").RunAsync);

    private void Judge(Clip clip, Dictionary<string, Entry> entries)
    {
        var ours = entries[Ours].Of(Figure.FromStart).Median;
        if (entries.TryGetValue(Decoding, out var ffmpeg))
        {
            var ratio = ffmpeg.Of(Figure.FromStart).Median / ours;
            report.Target($"peaks: {clip.Name} at least {Units.Ratio(clip.TimesFfmpeg)} times faster than {Decoding}", ratio >= clip.TimesFfmpeg, $"{Units.Ratio(ratio)} times");
        }

        if (clip.TimesReading is { } most)
        {
            var ratio = ours / entries[Reading].Of(Figure.FromStart).Median;
            report.Target($"peaks: {clip.Name} at most {Units.Ratio(most)} times {Reading}", ratio <= most, $"{Units.Ratio(ratio)} times");
        }

        var memory = entries[Ours].Of(Figure.Memory).Most;
        report.Target($"peaks: {clip.Name} under {Units.Bytes(MostMemory)}", memory < MostMemory, Units.Bytes(memory));
    }

    private sealed record Clip(string Name, int Seconds, int SampleRate, int Channels, int Bits, double TimesFfmpeg, double? TimesReading);
}
