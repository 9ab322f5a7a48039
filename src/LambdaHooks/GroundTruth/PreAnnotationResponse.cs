using System.Buffers;
using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>
/// Writes what the pre-annotation function answers: <c>{"taskInput": …, "isHumanAnnotationRequired": true}</c>, the flag a JSON boolean
/// under the documented name.
/// </summary>
public static class PreAnnotationResponse
{
    /// <summary>Most characters of a task input, under Ground Truth's 128,000 for a rendered task's input.</summary>
    public const int MostCharacters = 120_000;

    private const string Reserved = "lambdahooks";
    private const string Hidden = "candidates";

    /// <summary>The response's bytes.</summary>
    /// <param name="line">The manifest line; its keys are passed on as they came, without the candidates and the models they name.</param>
    /// <param name="input">What the page needs beside them.</param>
    /// <param name="keys">Which of the line's keys to pass on.</param>
    public static byte[] Write(ManifestLine line, TaskInputWire input, PassedKeys keys = PassedKeys.All)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(bytes, WireContext.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("taskInput");
            foreach (var member in line.Members.Where(m => IsPassedOn(m, keys)))
            {
                member.WriteTo(writer);
            }

            writer.WritePropertyName(Reserved);
            JsonSerializer.Serialize(writer, input, WireContext.Wire.TaskInputWire);
            writer.WriteEndObject();
            writer.WriteBoolean("isHumanAnnotationRequired", true);
            writer.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static bool IsPassedOn(JsonProperty member, PassedKeys keys) => keys switch
    {
        PassedKeys.All => member.Name is not (Reserved or Hidden),
        PassedKeys.Source => member.Name is "source" or "source-ref" && member.Value.TryText(out _),
        _ => false,
    };
}

/// <summary>Which of a manifest line's keys go into its task input.</summary>
public enum PassedKeys
{
    /// <summary>All but the candidates.</summary>
    All,

    /// <summary>Only the source, for want of room.</summary>
    Source,

    /// <summary>None, where even the source has no room.</summary>
    None,
}
