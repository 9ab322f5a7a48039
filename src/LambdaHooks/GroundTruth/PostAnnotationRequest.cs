using System.Runtime.InteropServices;
using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>
/// What Ground Truth sends the post-annotation function.
/// </summary>
/// <remarks>
/// Source: SageMaker developer guide, "Process data in a custom labeling workflow with AWS Lambda", and captured events, which carry
/// <c>outputConfig</c> and <c>kmsKeyId</c> as well. Unknown keys are passed over, label categories included.
/// </remarks>
/// <param name="Job">The job's name, lower case; empty where the request has no ARN.</param>
/// <param name="LabelAttributeName">Key under which the label goes.</param>
/// <param name="RoleArn">The job's execution role, or null.</param>
/// <param name="OutputConfig"><c>s3://…/&lt;job&gt;/annotations</c>, or null.</param>
/// <param name="KmsKeyId">Key to encrypt output with, or null.</param>
/// <param name="PayloadUri">Where the payload lies; null when it came inline.</param>
/// <param name="InlinePayload">The payload's bytes when it came inline; null otherwise.</param>
public sealed record PostAnnotationRequest(
    string Job,
    string LabelAttributeName,
    string? RoleArn,
    string? OutputConfig,
    string? KmsKeyId,
    string? PayloadUri,
    byte[]? InlinePayload)
{
    /// <summary>Reads a request.</summary>
    /// <exception cref="HookException">Not JSON, or without a usable <c>labelAttributeName</c> or <c>payload</c>.</exception>
    public static PostAnnotationRequest Read(ReadOnlyMemory<byte> utf8)
    {
        if (!JsonFields.TryParse(utf8, out var document, out var problem))
        {
            throw new HookException("request", problem);
        }

        using (document)
        {
            var root = document.RootElement;
            var (uri, inline) = root.TryMember("payload", out var payload) ? ReadPayload(payload) : default;
            return new PostAnnotationRequest(
                JobName.Of(root.Text("labelingJobArn")),
                root.Text("labelAttributeName") is { Length: > 0 } label ? label : throw new HookException("labelAttributeName", "is missing or no text"),
                root.Text("roleArn"),
                root.Text("outputConfig"),
                root.Text("kmsKeyId") is { Length: > 0 } key ? key : null,
                uri,
                uri is null && inline is null ? throw new HookException("payload", "must be a list, or an object with s3Uri or content") : inline);
        }
    }

    /// <summary>The payload as <c>{"s3Uri"}</c> in any casing, a list, or <c>{"content"}</c> holding a list or its text.</summary>
    private static (string? Uri, byte[]? Inline) ReadPayload(JsonElement payload)
    {
        if (payload.ValueKind == JsonValueKind.Array)
        {
            return (null, RawBytes(payload));
        }

        if (AnyCase.Text(payload, "s3Uri") is { Length: > 0 } uri)
        {
            return (uri, null);
        }

        return payload.TryMember("content", out var content)
            ? (null, content.TryText(out var text) ? System.Text.Encoding.UTF8.GetBytes(text) : RawBytes(content))
            : default;
    }

    private static byte[] RawBytes(JsonElement element) => JsonMarshal.GetRawUtf8Value(element).ToArray();
}
