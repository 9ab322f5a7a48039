using System.Text;
using System.Text.Json.Nodes;

namespace LambdaHooks.Benchmarks.Data;

/// <summary>Requests as Ground Truth sends them.</summary>
internal static class Requests
{
    private const string JobArn = "arn:aws:sagemaker:eu-west-1:123456789012:labeling-job/sound-check";

    /// <summary>A post-annotation request whose payload comes inline or lies at a place.</summary>
    public static byte[] Post(JsonNode payload) => Bytes(new JsonObject
    {
        ["version"] = "2018-10-06",
        ["labelingJobArn"] = JobArn,
        ["labelAttributeName"] = "sound-check",
        ["outputConfig"] = "s3://labels/jobs/Sound-Check/annotations",
        ["payload"] = payload,
    });

    /// <summary>A pre-annotation request for one medium.</summary>
    public static byte[] Pre(string sourceRef) => Bytes(new JsonObject
    {
        ["version"] = "2018-10-16",
        ["labelingJobArn"] = JobArn,
        ["dataObject"] = new JsonObject { ["source-ref"] = sourceRef },
    });

    private static byte[] Bytes(JsonObject request) => Encoding.UTF8.GetBytes(request.ToJsonString());
}
