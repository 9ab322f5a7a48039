using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>Reads labels that <see cref="PostAnnotationResponse"/> wrote.</summary>
public static class LabelReader
{
    /// <summary>The label, or null where the JSON is none of ours; a spilled label gives where it lies instead.</summary>
    /// <param name="utf8">The label's JSON.</param>
    /// <param name="spilled">Where the label lies; null where <paramref name="utf8"/> is the label itself.</param>
    public static LabelWire? Read(ReadOnlySpan<byte> utf8, out SpilledLabelWire? spilled)
    {
        spilled = null;
        try
        {
            spilled = JsonSerializer.Deserialize(utf8, WireContext.Wire.SpilledLabelWire);
            spilled = spilled?.S3Uri is null ? null : spilled;
            return spilled is null ? JsonSerializer.Deserialize(utf8, WireContext.Wire.LabelWire) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
