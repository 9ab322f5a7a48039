using System.Text;
using System.Text.Json;
using LambdaHooks.Timeline;

namespace LambdaHooks.GroundTruth;

/// <summary>A segment as a worker's page would submit it, to keep with its rejection.</summary>
public static class SegmentText
{
    /// <summary>The segment's JSON.</summary>
    public static string Of(Segment segment)
    {
        var wire = new RejectedSegmentWire(segment.Interval.Start.Seconds, segment.Interval.End.Seconds, segment.Label, segment.Labels, segment.Text, segment.Attributes) { Id = segment.Id };
        return Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(wire, WireContext.Wire.RejectedSegmentWire));
    }
}

/// <summary>A segment that was read and then not used.</summary>
internal sealed record RejectedSegmentWire(
    decimal Start, decimal End, string? Label, IReadOnlyList<string> Labels, string Text, IReadOnlyDictionary<string, string> Attributes)
{
    public string? Id { get; init; }
}
