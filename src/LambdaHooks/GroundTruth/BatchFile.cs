using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>The bytes of <c>batch.json</c>, both ways.</summary>
public static class BatchFile
{
    /// <summary>Its name beside the records.</summary>
    public const string Name = "batch.json";

    /// <summary>The batch as UTF-8 JSON.</summary>
    public static byte[] Write(BatchWire batch) => JsonSerializer.SerializeToUtf8Bytes(batch, WireContext.Wire.BatchWire);

    /// <summary>The batch; null where the bytes are none of ours.</summary>
    public static BatchWire? Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, WireContext.Wire.BatchWire);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
