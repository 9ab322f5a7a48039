using LambdaHooks.Benchmarks.Data;
using LambdaHooks.Benchmarks.Measuring;
using LambdaHooks.Benchmarks.Programs;

namespace LambdaHooks.Benchmarks;

/// <summary>A long clip from a server that speaks S3, through the pre-annotation hook, against downloading it.</summary>
internal sealed class S3Benchmark(Workspace workspace, NativeProgram bootstrap, Report report)
{
    private const double MostOfDownload = 1.3;
    private const double MostMemory = 200e6;

    private static readonly Figure Fetching = new("request to response, or download", s => s.Request.TotalSeconds, Units.Time);

    public async Task RunAsync(CancellationToken cancel)
    {
        if ((await Tool.RunAsync("curl", "--version")).ExitCode != 0 || (await Tool.RunAsync("node", "--version")).ExitCode != 0)
        {
            report.UndecidedTarget("s3: within 1.3 times the download", "curl and node are needed");
            return;
        }

        var file = workspace.PathOf("hour.wav");
        WavFile.Write(file, 3600, 44_100, 2);
        using var server = await S3Rver.StartAsync(workspace.NewFolder());
        await server.PutAsync("media", null);
        await server.PutAsync("state", null);
        await server.PutAsync("media/hour.wav", file);
        report.Title($"s3: 1 hour, 44.1 kHz, stereo, {Units.Bytes(new FileInfo(file).Length)}, from s3rver");
        File.Delete(file);

        var program = await bootstrap.PathAsync();
        var round = 0;
        var entries = await Contest.RunAsync(
        [
            // Each round keeps its peaks elsewhere, so that every one makes them.
            new("bootstrap, peaks made and kept", () => new FunctionRun(program, "PreAnnotation", Settings(server, ++round)).AnswerAsync(Requests.Pre("s3://media/hour.wav"))),
            new("curl -o /dev/null", new Spawn("curl", "-s", "-o", "/dev/null", new Uri(server.Address, "media/hour.wav").ToString()).RunAsync),
        ], cancel);
        report.Compare(entries, Fetching, Figure.Cpu, Figure.Memory);
        var ratio = entries[0].Of(Fetching).Median / entries[1].Of(Fetching).Median;
        report.Target($"s3: at most {Units.Ratio(MostOfDownload)} times the download", ratio <= MostOfDownload, $"{Units.Ratio(ratio)} times");
        var memory = entries[0].Of(Figure.Memory).Most;
        report.Target($"s3: at most {Units.Bytes(MostMemory)}", memory <= MostMemory, Units.Bytes(memory));
    }

    private static Dictionary<string, string> Settings(S3Rver server, int round) => new(server.Account)
    {
        ["AWS_ENDPOINT_URL_S3"] = server.Address.ToString(),
        ["STATE_LOCATION"] = $"s3://state/{round}",
        ["MEDIA_BUCKETS"] = "media",
    };
}
