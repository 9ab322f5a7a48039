using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using LambdaHooks.Answers;

namespace LambdaHooks.GroundTruth;

/// <summary>Every shape of ours that is written or read as JSON, compiled in, so that a native binary needs no reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(ClipAnswerConverter)])]
[JsonSerializable(typeof(TaskInputWire))]
[JsonSerializable(typeof(TaskContextWire))]
[JsonSerializable(typeof(LabelWire))]
[JsonSerializable(typeof(SpilledLabelWire))]
[JsonSerializable(typeof(BatchWire))]
[JsonSerializable(typeof(ErrorWire))]
[JsonSerializable(typeof(KeptPeaksWire))]
[JsonSerializable(typeof(RejectedSegmentWire))]
internal sealed partial class WireContext : JsonSerializerContext
{
    /// <summary>The context to use. Letters of all scripts stay readable; what HTML cares about is escaped all the same.</summary>
    public static WireContext Wire => wire ??= new(new JsonSerializerOptions(Default.Options!) { Encoder = TextEncoder });

    /// <summary>Options for writers of our JSON.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = TextEncoder };

    private static WireContext? wire;

    private static JavaScriptEncoder TextEncoder => JavaScriptEncoder.Create(UnicodeRanges.All);
}

/// <summary>Whole-clip answers in the shapes pages submit them.</summary>
internal sealed class ClipAnswerConverter : JsonConverter<ClipAnswer>
{
    public override ClipAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var draft = new AnswerDraft("", default, new TextPool());
        ClipAnswerReader.Read("value", "value", document.RootElement, draft);
        return draft.Clip.GetValueOrDefault("value") ?? throw new JsonException("not a whole-clip answer");
    }

    public override void Write(Utf8JsonWriter writer, ClipAnswer value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case ClipAnswer.Choice choice:
                writer.WriteStartObject();
                writer.WriteString("label", choice.Label);
                writer.WriteEndObject();
                break;
            case ClipAnswer.Options set:
                writer.WriteStartObject();
                foreach (var (option, on) in set.Values.OrderBy(o => o.Key, StringComparer.Ordinal))
                {
                    writer.WriteBoolean(option, on);
                }

                writer.WriteEndObject();
                break;
            case ClipAnswer.Number number:
                writer.WriteNumberValue(number.Value);
                break;
            case ClipAnswer.Text text:
                writer.WriteStringValue(text.Value);
                break;
            default:
                throw new JsonException("unknown kind of whole-clip answer");
        }
    }
}
