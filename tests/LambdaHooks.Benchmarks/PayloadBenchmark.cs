using System.Text.Json.Nodes;
using LambdaHooks.Benchmarks.Data;
using LambdaHooks.Benchmarks.Measuring;
using LambdaHooks.Benchmarks.Programs;

namespace LambdaHooks.Benchmarks;

/// <summary>A large batch: read, consolidated, and written with its records, against reading alone in Python.</summary>
internal sealed class PayloadBenchmark(Workspace workspace, NativeProgram bootstrap, Report report)
{
    private const int Objects = 1000;
    private const int Workers = 5;
    private const int Segments = 40;
    private const double MostSeconds = 2;
    private const double MostBytes = 300e6;

    /// <summary>The least that any consolidation in Python must do.</summary>
    private const string LoadAll = """
        import json, sys
        with open(sys.argv[1], 'rb') as file:
            objects = json.loads(file.read())
        answers = [json.loads(json.loads(a['annotationData']['content'])['annotation']) for o in objects for a in o['annotations']]
        """;

    public async Task RunAsync(CancellationToken cancel)
    {
        var media = workspace.NewFolder();
        var file = Path.Combine(media, "payload.json");
        await File.WriteAllBytesAsync(file, PayloadFile.Make(Objects, Workers, Segments), cancel);
        report.Title($"payload: {Objects} objects of {Workers} workers with {Segments} segments each, {Units.Bytes(new FileInfo(file).Length)}");
        var entries = await Contest.RunAsync(await ContestantsAsync(media, file), cancel);
        report.Compare(entries, Figure.Request, Figure.FromStart, Figure.Cpu, Figure.Memory);
        var (seconds, bytes) = (entries[0].Of(Figure.Request).Median, entries[0].Of(Figure.Memory).Median);
        report.Target($"payload: request to response under {MostSeconds} s", seconds < MostSeconds, Units.Time(seconds));
        report.Target($"payload: peak memory under {Units.Bytes(MostBytes)}", bytes < MostBytes, Units.Bytes(bytes));
    }

    private async Task<IReadOnlyList<Contestant>> ContestantsAsync(string media, string file)
    {
        var program = await bootstrap.PathAsync();
        var request = Requests.Post(new JsonObject { ["s3Uri"] = $"s3://{LocalBuckets.Media}/payload.json" });
        var contestants = new List<Contestant>
        {
            new("bootstrap, consolidated and written", () =>
                new FunctionRun(program, "PostAnnotation", LocalBuckets.Settings(workspace.NewFolder(), media)).AnswerAsync(request, Objects)),
        };
        if (await Python.FindAsync() is { } python)
        {
            contestants.Add(new($"{python.Name}, json.loads of all levels only", () => Peer.UntilItSaysSoAsync(python.Script(LoadAll, file))));
        }
        else
        {
            report.LeftOut("python3, which is not here");
        }

        return contestants;
    }
}
