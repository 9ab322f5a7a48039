using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace LambdaHooks.Cli.Consolidate;

/// <summary>
/// Answers as Ground Truth keeps them: a folder a data object, files with <c>{"answers": [{"workerId", "answerContent", …}]}</c>. The
/// payload element is put together from all files of the object's last iteration.
/// </summary>
internal sealed class WorkerResponses(string name, string folder, string? manifestPath) : IAnswerSource
{
    /// <summary>Depth to which files are read; what a payload holds deeper is refused by the hooks too.</summary>
    public const int DeepestJson = 500;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = DeepestJson };

    private readonly ArrayBufferWriter<byte> element = new();

    public string Name => name;

    public string? ManifestPath => manifestPath;

    public void WriteTo(PayloadFile payload, JobManifest? manifest, JobNotices notices, CancellationToken cancel)
    {
        foreach (var (id, path) in LastFolderOfEachObject(notices).OrderBy(o => o.Key, ObjectOrder.Instance))
        {
            cancel.ThrowIfCancellationRequested();
            element.ResetWrittenCount();
            if (WriteElement(id, path, manifest, notices))
            {
                payload.Add(id, element.WrittenSpan);
            }
        }
    }

    private Dictionary<string, string> LastFolderOfEachObject(JobNotices notices)
    {
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in JobFiles.IterationsIn(folder).SelectMany(i => Directory.EnumerateDirectories(i).Order(StringComparer.Ordinal)))
        {
            var id = Path.GetFileName(path);
            if (id.StartsWith('.') || !JobFiles.JsonIn(path).Any())
            {
                continue;
            }

            if (last.TryGetValue(id, out var earlier))
            {
                notices.Add(NoticeKinds.Replaced, $"object {id} of {earlier}");
            }

            last[id] = path;
        }

        return last;
    }

    /// <summary>Writes an object's element; false where none of its files could be read, so that nothing is known about it.</summary>
    private bool WriteElement(string id, string path, JobManifest? manifest, JobNotices notices)
    {
        using var writer = new Utf8JsonWriter(element);
        writer.WriteStartObject();
        writer.WriteString("datasetObjectId", id);
        if (manifest?.SourceOf(id) is { } source)
        {
            writer.WriteStartObject("dataObject");
            writer.WriteString(source.IsReference ? "s3Uri" : "content", source.Text);
            writer.WriteEndObject();
        }

        writer.WriteStartArray("annotations");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var readable = JobFiles.JsonIn(path).Count(file => WriteAnswers(file, writer, seen, notices));
        writer.WriteEndArray();
        writer.WriteEndObject();
        return readable > 0;
    }

    private static bool WriteAnswers(string file, Utf8JsonWriter writer, HashSet<string> seen, JobNotices notices)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file), Reading);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("answers", out var answers) || answers.ValueKind != JsonValueKind.Array)
            {
                notices.Add(NoticeKinds.UnreadableFiles, $"{file}: it has no list of answers");
                return false;
            }

            foreach (var answer in answers.EnumerateArray())
            {
                // A later file may repeat what an earlier one said; that is one answer.
                if (seen.Add(Essence(answer)))
                {
                    WriteAnswer(answer, writer);
                }
            }

            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            notices.Add(NoticeKinds.UnreadableFiles, $"{file}: {(e is JsonException ? "it is not JSON" : e.Message)}");
            return false;
        }
    }

    private static string Essence(JsonElement answer) => $"{Raw(answer, "workerId")}\n{Raw(answer, "answerContent") ?? answer.GetRawText()}";

    private static string? Raw(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value) ? value.GetRawText() : null;

    /// <summary>The answer as a consolidation request has it; whatever it lacks, the hook names when it rejects it.</summary>
    private static void WriteAnswer(JsonElement answer, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (answer.ValueKind == JsonValueKind.Object)
        {
            if (answer.TryGetProperty("workerId", out var worker))
            {
                WriteRaw("workerId", worker, writer);
            }

            if (answer.TryGetProperty("answerContent", out var content))
            {
                writer.WriteStartObject("annotationData");
                WriteRaw("content", content, writer);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteRaw(string name, JsonElement value, Utf8JsonWriter writer)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
    }
}
