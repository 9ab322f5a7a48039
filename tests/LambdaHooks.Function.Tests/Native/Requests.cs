using System.Text.Json.Nodes;

namespace LambdaHooks.Function.Tests.Native;

/// <summary>Requests as Ground Truth sends them.</summary>
internal static class Requests
{
    public const string Label = "sound-check";

    private const string JobArn = "arn:aws:sagemaker:eu-west-1:123456789012:labeling-job/sound-check";

    public static string Pre(JsonNode line) =>
        new JsonObject { ["version"] = "2018-10-16", ["labelingJobArn"] = JobArn, ["dataObject"] = line }.ToJsonString();

    public static string Post(string payloadUri) => new JsonObject
    {
        ["version"] = "2018-10-06",
        ["labelingJobArn"] = JobArn,
        ["payload"] = new JsonObject { ["s3Uri"] = payloadUri },
        ["labelAttributeName"] = Label,
        ["roleArn"] = "arn:aws:iam::123456789012:role/ground-truth",
        ["outputConfig"] = $"s3://{LocalBuckets.Output}/jobs/Sound-Check/annotations",
        ["maxHumanWorkersPerDataObject"] = 3,
    }.ToJsonString();

    /// <summary>A payload in which each object has the same workers, who all wrote the same.</summary>
    public static string Payload(int objects, int workers, string token = "", string text = "hello") =>
        new JsonArray([.. Enumerable.Range(0, objects).Select(i => Object(i, workers, token, text))]).ToJsonString();

    private static JsonObject Object(int id, int workers, string token, string text) => new()
    {
        ["datasetObjectId"] = $"{id}",
        ["dataObject"] = new JsonObject { ["s3Uri"] = $"s3://{LocalBuckets.Media}/clips/desert-1.wav" },
        ["annotations"] = new JsonArray([.. Enumerable.Range(0, workers).Select(w => Annotation(w, token, text))]),
    };

    private static JsonObject Annotation(int worker, string token, string text) => new()
    {
        ["workerId"] = $"private.eu-west-1.{worker:d4}",
        ["annotationData"] = new JsonObject { ["content"] = new JsonObject { ["annotation"] = Answer(token, text) }.ToJsonString() },
    };

    private static string Answer(string token, string text) => new JsonObject
    {
        ["schema"] = "lambdahooks/answer/1",
        ["token"] = token.Length == 0 ? null : token,
        ["tracks"] = new JsonArray(new JsonObject
        {
            ["id"] = "speech",
            ["category"] = "speech",
            ["label"] = "speech",
            ["media"] = "source",
            ["opened"] = true,
            ["segments"] = new JsonArray(new JsonObject { ["id"] = "s1", ["start"] = 0.25, ["end"] = 0.75, ["labels"] = new JsonArray(), ["text"] = text, ["attributes"] = new JsonObject() }),
        }),
    }.ToJsonString();
}
