using System.Buffers;
using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>
/// Writes what the post-annotation function answers: a list with one entry a data object,
/// <c>{"datasetObjectId", "consolidatedAnnotation": {"content": {label attribute name: label}}}</c>. Metadata is Ground Truth's to add.
/// </summary>
public static class PostAnnotationResponse
{
    /// <summary>The response's bytes.</summary>
    /// <param name="labelAttributeName">Key under which each label goes.</param>
    /// <param name="labels">Id and label of every object, in order; each label is JSON.</param>
    public static byte[] Write(string labelAttributeName, IEnumerable<(string Id, ReadOnlyMemory<byte> Label)> labels)
    {
        var bytes = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(bytes, WireContext.WriterOptions))
        {
            writer.WriteStartArray();
            foreach (var (id, label) in labels)
            {
                writer.WriteStartObject();
                writer.WriteString("datasetObjectId", id);
                writer.WriteStartObject("consolidatedAnnotation");
                writer.WriteStartObject("content");
                writer.WritePropertyName(labelAttributeName);
                writer.WriteRawValue(label.Span, skipInputValidation: true);
                writer.WriteEndObject();
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>A label as JSON.</summary>
    public static byte[] Label(LabelWire label) => JsonSerializer.SerializeToUtf8Bytes(label, WireContext.Wire.LabelWire);

    /// <summary>A label with one more member: where the records made from it are.</summary>
    /// <param name="label">A label as JSON, without that member.</param>
    /// <param name="records">Where they are; null where there are none.</param>
    public static byte[] WithRecords(byte[] label, RecordsWire? records) => records is null
        ? label
        : [.. label.AsSpan(0, label.Length - 1), .. ",\"records\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(records, WireContext.Wire.RecordsWire), (byte)'}'];

    /// <summary>What stands for a label that lies elsewhere, as JSON.</summary>
    public static byte[] Label(SpilledLabelWire label) => JsonSerializer.SerializeToUtf8Bytes(label, WireContext.Wire.SpilledLabelWire);
}
