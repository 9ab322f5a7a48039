using System.Text.Json.Nodes;
using LambdaHooks.Benchmarks.Data;
using LambdaHooks.Benchmarks.Measuring;
using LambdaHooks.Benchmarks.Programs;

namespace LambdaHooks.Benchmarks;

/// <summary>A cold start: from the start of the process to its first response, against what a handler in Python only imports.</summary>
internal sealed class StartBenchmark(Workspace workspace, NativeProgram bootstrap, Report report)
{
    private const double TimesFaster = 10;
    private const string Imports = "import json, urllib.parse, boto3\ns3 = boto3.client('s3')";

    public async Task RunAsync(CancellationToken cancel)
    {
        var program = await bootstrap.PathAsync();
        var python = await Python.FindWithBoto3Async();
        await CompareAsync("PostAnnotation, one object of 3 workers inline", PostRun(program), python, cancel);
        await CompareAsync("PreAnnotation, one clip over folders, its peaks made anew", PreRun(program), python, cancel);
    }

    private async Task CompareAsync(string what, Func<Task<Sample>> run, Python? python, CancellationToken cancel)
    {
        report.Title($"start: {what}");
        var contestants = new List<Contestant> { new("bootstrap, first response", run) };
        if (python is not null)
        {
            contestants.Add(new($"{python.Name}, imports and S3 client only", () => Peer.UntilItSaysSoAsync(python.Script(Imports))));
        }
        else
        {
            report.LeftOut($"python3 with boto3; {Python.InstallBoto3}");
        }

        var entries = await Contest.RunAsync(contestants, cancel);
        report.Compare(entries, Figure.FromStart, Figure.Memory);
        Judge($"start: {what.Split(',')[0]} at least {TimesFaster} times faster than the peer", entries);
    }

    private void Judge(string target, IReadOnlyList<Entry> entries)
    {
        if (entries is [var ours, var theirs])
        {
            var ratio = theirs.Of(Figure.FromStart).Median / ours.Of(Figure.FromStart).Median;
            report.Target(target, ratio >= TimesFaster, $"{Units.Ratio(ratio)} times");
        }
        else
        {
            report.UndecidedTarget(target, "there is no peer");
        }
    }

    private Func<Task<Sample>> PostRun(string program)
    {
        var request = Requests.Post(JsonNode.Parse(PayloadFile.Make(objects: 1, workers: 3, segments: 3))!);
        return () => new FunctionRun(program, "PostAnnotation", LocalBuckets.Settings(workspace.NewFolder())).AnswerAsync(request, objects: 1);
    }

    private Func<Task<Sample>> PreRun(string program)
    {
        var request = Requests.Pre("s3://lambdahooks-samples/clips/desert-1.wav");
        return () => new FunctionRun(program, "PreAnnotation", LocalBuckets.Settings(workspace.NewFolder())).AnswerAsync(request);
    }
}
