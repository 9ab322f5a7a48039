using System.Text;
using System.Text.Json.Nodes;
using LambdaHooks.Hooks;
using LambdaHooks.Tests.Shared;

namespace LambdaHooks.Interop.Tests.Hooks;

/// <summary>The sample comparison "order": two clips of one sentence, and three workers' answers, in a bucket of its own.</summary>
internal sealed class SampleJob
{
    public const string Label = "feedback";

    private const string Arn = "arn:aws:sagemaker:eu-central-1:123456789012:labeling-job/order-1";
    private const int Number = 1;

    private readonly string bucket;
    private readonly string line;

    private SampleJob(string bucket)
    {
        this.bucket = bucket;
        line = File.ReadLines(Checkout.Path("samplemanifests", "comparisons.manifest")).ElementAt(Number).Replace("lambdahooks-samples", bucket, StringComparison.Ordinal);
    }

    public ObjectUri State => new(bucket, "state");

    /// <summary>The folder that Ground Truth gives the job; its name keeps the case that the ARN loses.</summary>
    public ObjectUri Folder => new(bucket, "output/Order-1");

    public ObjectUri Payload => Folder.Append("annotations/consolidated-annotation/consolidation-request/iteration-1/2026-11-22_10:11:12.json");

    /// <summary>The clips as the manifest line lists them.</summary>
    public IReadOnlyList<ObjectUri> Clips => [new(bucket, "clips/order-3.wav"), new(bucket, "clips/order-1.wav")];

    public PreAnnotationSettings Settings => new(State, new HashSet<string> { bucket }, PreAnnotationSettings.DefaultUrlLifetime);

    /// <summary>Puts the clips where the line says.</summary>
    public static async Task<SampleJob> UploadAsync(string bucket, IObjectStore store, CancellationToken cancel)
    {
        var job = new SampleJob(bucket);
        foreach (var clip in job.Clips)
        {
            await store.WriteAsync(clip, BytesOf(clip), "audio/wav", null, cancel);
        }

        return job;
    }

    /// <summary>The bytes of a clip, from the checkout.</summary>
    public static byte[] BytesOf(ObjectUri clip) => File.ReadAllBytes(Checkout.Path(["samplemanifests", "media", .. clip.Key.Split('/')]));

    public byte[] TaskRequest() => TaskRequest(line);

    /// <summary>What Ground Truth sends for a line.</summary>
    public static byte[] TaskRequest(string line) => Encoding.UTF8.GetBytes($$"""{"version":"2018-10-16","labelingJobArn":"{{Arn}}","dataObject":{{line}}}""");

    /// <summary>The three answers as their payload, echoing a token.</summary>
    public static byte[] PayloadWith(string token)
    {
        var answers = JsonNode.Parse(File.ReadAllText(Checkout.Path("samplemanifests", "answers", "comparisons.json")))!;
        return Encoding.UTF8.GetBytes($"[{answers[Number]!.ToJsonString()}]".Replace("@TOKEN@", token, StringComparison.Ordinal));
    }

    /// <summary>What Ground Truth sends when the answers are there.</summary>
    public byte[] ConsolidationRequest(Action<JsonObject>? change = null)
    {
        var request = new JsonObject
        {
            ["version"] = "2018-10-06",
            ["labelingJobArn"] = Arn,
            ["labelAttributeName"] = Label,
            ["roleArn"] = "arn:aws:iam::123456789012:role/labeling",
            ["outputConfig"] = Folder.Append("annotations").ToString(),
            ["payload"] = new JsonObject { ["s3Uri"] = Payload.ToString() },
        };
        change?.Invoke(request);
        return Encoding.UTF8.GetBytes(request.ToJsonString());
    }
}
