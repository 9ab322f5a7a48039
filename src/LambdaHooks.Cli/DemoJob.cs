using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Cli;

/// <summary>
/// One sample manifest through both hooks, as Ground Truth would run it: every line through pre-annotation, then the recorded answers as one
/// consolidation request through post-annotation.
/// </summary>
/// <param name="name">The manifest's name, and the job's.</param>
/// <param name="samples">The folder that holds manifests and recorded answers.</param>
/// <param name="outFolder">Where task inputs and the consolidated manifest go.</param>
/// <param name="bench">The hooks.</param>
/// <param name="clock">When the job is said to run.</param>
internal sealed class DemoJob(string name, string samples, string outFolder, Workbench bench, TimeProvider clock)
{
    private const string TokenMark = "@TOKEN@";

    private readonly ObjectUri output = new(Workbench.Labeling, $"output/{name}/annotations");

    /// <summary>The consolidated manifest: every line with its label and Ground Truth's metadata.</summary>
    public string ManifestPath => Path.Combine(outFolder, $"{name}.output.manifest");

    /// <summary>Runs the job.</summary>
    /// <returns>Every line with its label, in order.</returns>
    public async Task<IReadOnlyList<DemoObject>> RunAsync(Action<double> progress, CancellationToken cancel)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(samples, $"{name}.manifest"), cancel).ConfigureAwait(false);
        var inputs = new List<JsonNode>();
        foreach (var line in lines)
        {
            inputs.Add(await PrepareAsync(line, inputs.Count, cancel).ConfigureAwait(false));
            progress(inputs.Count / (lines.Length + 1.0));
        }

        var labels = await ConsolidateAsync(inputs, cancel).ConfigureAwait(false);
        await WriteManifestAsync(lines, labels, cancel).ConfigureAwait(false);
        return [.. lines.Zip(inputs, labels).Select((o, i) => new DemoObject(i, o.First, o.Second, o.Third))];
    }

    private async Task<JsonNode> PrepareAsync(string line, int index, CancellationToken cancel)
    {
        var request = $$"""{"version":"2018-10-16","labelingJobArn":"{{Arn}}","dataObject":{{line}}}""";
        var response = await bench.PreAnnotation.HandleAsync(Encoding.UTF8.GetBytes(request), HookContext.None with { Deadline = cancel }).ConfigureAwait(false);
        var input = JsonNode.Parse(response.Span)!["taskInput"]!;
        var folder = Directory.CreateDirectory(Path.Combine(outFolder, "task-inputs")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-{index}.json"), response, cancel).ConfigureAwait(false);
        return input;
    }

    private async Task<IReadOnlyList<LabelBytes>> ConsolidateAsync(IReadOnlyList<JsonNode> inputs, CancellationToken cancel)
    {
        var payload = output.Append("consolidated-annotation/consolidation-request/iteration-1/2026-11-20_10:00:00.json");
        await bench.Store.WriteAsync(payload, await PayloadAsync(inputs, cancel).ConfigureAwait(false), "application/json", null, cancel).ConfigureAwait(false);
        var request = $$"""
            {"version":"2018-10-16","labelingJobArn":"{{Arn}}","labelAttributeName":"{{name}}","payload":{"s3Uri":"{{payload}}"},"outputConfig":"{{output}}"}
            """;
        var response = await bench.PostAnnotation.HandleAsync(Encoding.UTF8.GetBytes(request), HookContext.None with { Deadline = cancel }).ConfigureAwait(false);
        return LabelBytes.Of(response, name);
    }

    /// <summary>The recorded answers, each with its task's token, which a page would have echoed.</summary>
    private async Task<byte[]> PayloadAsync(IReadOnlyList<JsonNode> inputs, CancellationToken cancel)
    {
        var recorded = await RecordedAnswersAsync(cancel).ConfigureAwait(false);
        foreach (var entry in recorded)
        {
            var task = inputs[int.Parse(entry!["datasetObjectId"]!.GetValue<string>(), CultureInfo.InvariantCulture)];
            var token = task["lambdahooks"]!["token"]!.GetValue<string>();
            foreach (var annotation in entry["annotations"]!.AsArray())
            {
                var data = annotation!["annotationData"]!;
                data["content"] = data["content"]!.GetValue<string>().Replace(TokenMark, token, StringComparison.Ordinal);
            }
        }

        return Encoding.UTF8.GetBytes(recorded.ToJsonString());
    }

    private async Task<JsonArray> RecordedAnswersAsync(CancellationToken cancel)
    {
        var path = Path.Combine(samples, "answers", $"{name}.json");
        try
        {
            return JsonNode.Parse(await File.ReadAllBytesAsync(path, cancel).ConfigureAwait(false)) as JsonArray
                ?? throw new UsageException($"{path} must hold a list of objects with their answers.");
        }
        catch (JsonException e)
        {
            throw new UsageException($"{path} is not readable JSON: {e.Message}");
        }
    }

    private async Task WriteManifestAsync(string[] lines, IReadOnlyList<LabelBytes> labels, CancellationToken cancel)
    {
        var output = File.Create(ManifestPath);
        await using (output.ConfigureAwait(false))
        {
            foreach (var (line, label) in lines.Zip(labels))
            {
                cancel.ThrowIfCancellationRequested();
                OutputLine.Write(output, Encoding.UTF8.GetBytes(line), name, label.Json.Span, name, clock.GetUtcNow());
                output.WriteByte((byte)'\n');
            }
        }
    }

    private string Arn => $"arn:aws:sagemaker:us-east-1:123456789012:labeling-job/{name.ToLowerInvariant()}";
}

/// <summary>One line of a sample manifest, with what the hooks made of it.</summary>
/// <param name="Index">Number of the line, from 0.</param>
/// <param name="Line">The manifest line.</param>
/// <param name="TaskInput">Its task input.</param>
/// <param name="Label">Its label.</param>
internal sealed record DemoObject(int Index, string Line, JsonNode TaskInput, LabelBytes Label);

/// <summary>One label of a response, as JSON.</summary>
/// <param name="Id">Id of the data object.</param>
/// <param name="Json">The label.</param>
internal sealed record LabelBytes(string Id, ReadOnlyMemory<byte> Json)
{
    /// <summary>The labels of a post-annotation response, in order.</summary>
    public static IReadOnlyList<LabelBytes> Of(ReadOnlyMemory<byte> response, string labelAttributeName)
    {
        using var document = JsonDocument.Parse(response);
        return [.. document.RootElement.EnumerateArray().Select(e => new LabelBytes(
            e.GetProperty("datasetObjectId").GetString() ?? "",
            Encoding.UTF8.GetBytes(e.GetProperty("consolidatedAnnotation").GetProperty("content").GetProperty(labelAttributeName).GetRawText())))];
    }
}
