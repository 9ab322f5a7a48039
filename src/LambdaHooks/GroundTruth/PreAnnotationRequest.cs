using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>
/// What Ground Truth sends the pre-annotation function.
/// </summary>
/// <remarks>
/// Source: SageMaker developer guide, "Process data in a custom labeling workflow with AWS Lambda". The version is opaque (two spellings
/// are in use), and unknown keys are passed over.
/// </remarks>
public sealed class PreAnnotationRequest : IDisposable
{
    private readonly JsonDocument document;

    private PreAnnotationRequest(JsonDocument document)
    {
        this.document = document;
        Job = JobName.Of(document.RootElement.Text("labelingJobArn"));
        Line = document.RootElement.TryMember("dataObject", out var line)
            ? new ManifestLine(line)
            : throw new HookException("dataObject", "is missing");
    }

    /// <summary>The job's name, lower case; empty where the request has no ARN.</summary>
    public string Job { get; }

    /// <summary>The manifest line.</summary>
    public ManifestLine Line { get; }

    /// <summary>Reads a request.</summary>
    /// <exception cref="HookException">Not JSON, or without a usable <c>dataObject</c>.</exception>
    public static PreAnnotationRequest Read(ReadOnlyMemory<byte> utf8)
    {
        if (!JsonFields.TryParse(utf8, out var document, out var problem))
        {
            throw new HookException("request", problem);
        }

        try
        {
            return new PreAnnotationRequest(document);
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => document.Dispose();
}
