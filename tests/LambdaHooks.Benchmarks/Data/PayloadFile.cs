using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LambdaHooks.Benchmarks.Data;

/// <summary>A consolidation request as Ground Truth writes it, with answers of our own page: JSON in JSON strings in JSON. The same seed gives the same bytes.</summary>
internal static class PayloadFile
{
    private const int Seed = 20261101;

    // Pages and Ground Truth escape a quote as \", not as \u0022.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The payload's bytes.</summary>
    public static byte[] Make(int objects, int workers, int segments)
    {
        var random = new Random(Seed);
        return Json(writer =>
        {
            writer.WriteStartArray();
            for (var i = 0; i < objects; i++)
            {
                WriteObject(writer, i, workers, Utterance.Talk(segments, random), random);
            }

            writer.WriteEndArray();
        });
    }

    private static void WriteObject(Utf8JsonWriter writer, int id, int workers, IReadOnlyList<Utterance> talk, Random random)
    {
        writer.WriteStartObject();
        writer.WriteString("datasetObjectId", $"{id}");
        writer.WriteStartObject("dataObject");
        writer.WriteString("s3Uri", $"s3://media/takes/take-{id:0000}.wav");
        writer.WriteEndObject();
        writer.WriteStartArray("annotations");
        for (var worker = 0; worker < workers; worker++)
        {
            writer.WriteStartObject();
            writer.WriteString("workerId", $"private.eu-west-1.{worker:x16}");
            writer.WriteStartObject("annotationData");
            writer.WriteString("content", Form(Answer([.. talk.Select(u => u.AsMarked(random))])));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Form(string answer) => Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("annotation", answer);
        writer.WriteEndObject();
    });

    private static string Answer(IReadOnlyList<Utterance> marked) => Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("schema", "lambdahooks/answer/1");
        writer.WriteStartArray("tracks");
        writer.WriteStartObject();
        writer.WriteString("id", "speech");
        writer.WriteString("category", "speech");
        writer.WriteString("media", "source");
        writer.WriteBoolean("opened", true);
        writer.WriteStartArray("segments");
        for (var i = 0; i < marked.Count; i++)
        {
            WriteSegment(writer, i, marked[i]);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteSegment(Utf8JsonWriter writer, int place, Utterance marked)
    {
        writer.WriteStartObject();
        writer.WriteString("id", $"s{place}");
        writer.WriteNumber("start", marked.Start / 1e6m);
        writer.WriteNumber("end", marked.End / 1e6m);
        writer.WriteStartArray("labels");
        writer.WriteStringValue(marked.Label);
        writer.WriteEndArray();
        writer.WriteString("text", string.Join(' ', marked.Words));
        writer.WriteStartObject("attributes");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string Text(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(Json(write));

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Plain))
        {
            write(writer);
        }

        return bytes.ToArray();
    }
}
