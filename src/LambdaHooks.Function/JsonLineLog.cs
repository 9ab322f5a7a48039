using System.Buffers;
using System.Text.Json;
using LambdaHooks.Hooks;

namespace LambdaHooks.Function;

/// <summary>One JSON object a line, each with the request it belongs to. Only the fields of <see cref="HookEvent"/> can be written.</summary>
internal sealed class JsonLineLog(Stream output, TimeProvider clock) : IHookLog
{
    private readonly Lock gate = new();

    /// <summary>Request that what is written belongs to; null between requests.</summary>
    public string? RequestId { get; set; }

    /// <inheritdoc/>
    public void Write(HookEvent happening)
    {
        var line = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            writer.WriteString("time", clock.GetUtcNow().UtcDateTime);
            writer.WriteString("level", happening.Warning ? "warning" : "info");
            writer.WriteString("event", happening.Name);
            WriteText(writer, "requestId", RequestId);
            WriteText(writer, "job", happening.Job);
            WriteText(writer, "objectId", happening.ObjectId);
            WriteText(writer, "reason", happening.Reason);
            if (happening.Count is { } count)
            {
                writer.WriteNumber("count", count);
            }

            if (happening.Duration is { } duration)
            {
                writer.WriteNumber("durationMs", Math.Round(duration.TotalMilliseconds, 3));
            }

            writer.WriteEndObject();
        }

        line.Write("\n"u8);
        lock (gate)
        {
            output.Write(line.WrittenSpan);
            output.Flush();
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            writer.WriteString(name, text);
        }
    }
}
