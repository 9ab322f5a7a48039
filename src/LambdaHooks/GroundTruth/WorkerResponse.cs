using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>
/// One data object's answers as Ground Truth keeps them, put together as an element of a consolidation request:
/// files <c>{"answers": [{"workerId", "answerContent", …}]}</c> in, <c>{"datasetObjectId", "dataObject", "annotations": [{"workerId",
/// "annotationData": {"content"}}]}</c> out (SageMaker developer guide, "Output data" and "Post-annotation Lambda").
/// </summary>
/// <remarks>What an answer lacks is left out of the element too; whoever reads that names it.</remarks>
public sealed class WorkerResponse : IDisposable
{
    /// <summary>Depth to which files are read; what a payload holds deeper is refused as well.</summary>
    public const int DeepestJson = 500;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = DeepestJson };

    private readonly Utf8JsonWriter writer;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Starts the element of an object.</summary>
    /// <param name="output">Where it goes; complete once this is disposed.</param>
    /// <param name="id">The object's id.</param>
    /// <param name="source">What the object is; null where nobody knows.</param>
    /// <param name="isReference">True where the source is the place of a medium.</param>
    public WorkerResponse(IBufferWriter<byte> output, string id, string? source, bool isReference)
    {
        writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        writer.WriteString("datasetObjectId", id);
        if (source is not null)
        {
            writer.WriteStartObject("dataObject");
            writer.WriteString(isReference ? "s3Uri" : "content", source);
            writer.WriteEndObject();
        }

        writer.WriteStartArray("annotations");
    }

    /// <summary>Adds the answers of a file. One that repeats what an earlier file said is no further answer.</summary>
    /// <param name="utf8">The file.</param>
    /// <returns>False where it has no list of answers.</returns>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="InvalidOperationException">A text in it holds half of a surrogate pair.</exception>
    public bool TryAdd(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8, Reading);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("answers", out var answers) || answers.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        foreach (var answer in answers.EnumerateArray().Where(a => seen.Add(Essence(a))))
        {
            Write(answer);
        }

        return true;
    }

    /// <summary>Ends the element.</summary>
    public void Dispose()
    {
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Dispose();
    }

    private static string Essence(JsonElement answer) => $"{Raw(answer, "workerId")}\n{Raw(answer, "answerContent") ?? answer.GetRawText()}";

    private static string? Raw(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value) ? value.GetRawText() : null;

    private void Write(JsonElement answer)
    {
        writer.WriteStartObject();
        if (answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("workerId", out var worker))
        {
            WriteRaw("workerId", worker);
        }

        if (answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("answerContent", out var content))
        {
            writer.WriteStartObject("annotationData");
            WriteRaw("content", content);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private void WriteRaw(string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
    }
}
