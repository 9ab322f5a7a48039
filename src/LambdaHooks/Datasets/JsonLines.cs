using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LambdaHooks.Datasets;

/// <summary>
/// Our own records as JSON Lines: UTF-8, one object a line, members in a fixed order, the same records always the same bytes.
/// </summary>
/// <remarks>
/// The columns <c>prompt</c>, <c>chosen</c>, <c>rejected</c> and <c>margin</c> are those TRL's reward and preference trainers read;
/// media stand as the place where they lie. Records of one batch say <c>"provisional": true</c>.
/// </remarks>
public sealed class JsonLines
{
    // Records are files for trainers, never part of a page, so nothing is escaped for HTML's sake.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ChunkedBytes bytes = new();

    /// <summary>Lines so far.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes so far, copied.</summary>
    public byte[] ToArray() => bytes.ToArray();

    /// <summary>Adds a preference pair.</summary>
    public void Add(PreferencePair pair) => AddLine(writer =>
    {
        writer.WriteString("id", pair.Id);
        WriteOptional(writer, "prompt_id", pair.PromptId);
        writer.WriteString("prompt", pair.Prompt);
        writer.WriteString("chosen", pair.Chosen);
        writer.WriteString("rejected", pair.Rejected);
        writer.WriteNumber("margin", pair.Margin);
        writer.WriteNumber("agreement", pair.Agreement);
        writer.WriteNumber("workers", pair.Workers);
        WriteOptional(writer, "chosen_model", pair.ChosenModel);
        WriteOptional(writer, "rejected_model", pair.RejectedModel);
    });

    /// <summary>Adds an SFT segment record.</summary>
    public void Add(SftSegment segment) => AddLine(writer =>
    {
        writer.WriteString("id", segment.Id);
        writer.WriteString("media", segment.Media);
        writer.WriteNumber("start", segment.Interval.Start.Seconds);
        writer.WriteNumber("end", segment.Interval.End.Seconds);
        writer.WriteString("track", segment.Track);
        WriteOptional(writer, "label", segment.Label);
        writer.WriteString("text", segment.Text);
        writer.WriteNumber("confidence", segment.Confidence);
        writer.WriteNumber("workers", segment.Workers);
        WriteLabels(writer, segment.Labels);
        WriteAttributes(writer, segment.Attributes);
    });

    private void AddLine(Action<Utf8JsonWriter> members)
    {
        using (var writer = new Utf8JsonWriter(bytes, Options))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteBoolean("provisional", true);
            writer.WriteEndObject();
        }

        bytes.Write("\n"u8);
        Count++;
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteLabels(Utf8JsonWriter writer, IReadOnlyList<string> labels)
    {
        if (labels.Count > 0)
        {
            writer.WriteStartArray("labels");
            foreach (var label in labels)
            {
                writer.WriteStringValue(label);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteAttributes(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> attributes)
    {
        if (attributes.Count > 0)
        {
            writer.WriteStartObject("attributes");
            foreach (var (name, value) in attributes.OrderBy(a => a.Key, StringComparer.Ordinal))
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }
    }
}
