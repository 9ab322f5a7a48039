using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using LambdaHooks.Timeline;

namespace LambdaHooks.GroundTruth;

/// <summary>Reads what every wire form of a segment has: a start, an end, and members that must be text.</summary>
internal static class SegmentReader
{
    /// <summary>Most segments read from one answer; further ones are rejected as a part.</summary>
    public const int MostSegments = 50_000;

    /// <summary>The reason further segments get.</summary>
    public static readonly string TooMany = $"too-many-segments: an answer may have {MostSegments}";

    /// <summary>A segment, or the reason why there is none.</summary>
    public readonly record struct Result(Segment? Segment, string? Problem);

    /// <summary>
    /// Reads a list of segments; each that cannot be used is rejected alone. A track of which nothing could be used says nothing: it was
    /// not looked at and found empty.
    /// </summary>
    public static Track ReadTrack(TrackKey key, bool opened, JsonElement list, string part, AnswerDraft draft, Func<JsonElement, TextPool, Result> read)
    {
        var segments = new List<Segment>();
        var index = 0;
        foreach (var item in list.Items())
        {
            var (segment, problem) = draft.SegmentsLeft-- > 0 ? read(item, draft.Texts) : new(null, TooMany);
            if (segment is null)
            {
                draft.RejectPart($"{part}[{index}]", problem!, item.Raw());
            }
            else
            {
                segments.Add(segment);
            }

            index++;
        }

        return new Track(key, segments) { Opened = opened && (segments.Count > 0 || index == 0) };
    }

    /// <summary>The interval of a segment, or the reason why it has none.</summary>
    public static bool TryInterval(JsonElement segment, out Interval interval, [NotNullWhen(false)] out string? problem)
    {
        interval = default;
        problem = null;
        if (segment.ValueKind != JsonValueKind.Object)
        {
            problem = "unreadable-segment: not an object";
        }
        else if (!TryTime(segment, "start", out var start, out problem) || !TryTime(segment, "end", out var end, out problem))
        {
            return false;
        }
        else if (end < start)
        {
            problem = "ends-before-start: the segment ends before it starts";
        }
        else
        {
            interval = new Interval(start, end);
        }

        return problem is null;
    }

    /// <summary>The text of a member; an empty text where it is missing or null.</summary>
    /// <returns>False where it is there and cannot be read as text.</returns>
    public static bool TryTextOrEmpty(JsonElement segment, string name, TextPool texts, out string text)
    {
        text = "";
        if (!segment.TryMember(name, out var member))
        {
            return true;
        }

        var readable = texts.TryText(member, out var found);
        text = found ?? "";
        return readable;
    }

    private static bool TryTime(JsonElement segment, string name, out MediaTime time, [NotNullWhen(false)] out string? problem)
    {
        time = default;
        problem = !segment.TryMember(name, out var value) ? $"missing-time: the segment has no {name}"
            : value.ValueKind != JsonValueKind.Number ? $"unreadable-time: {name} is not a number"
            : !TrySeconds(value, out time) ? $"unreadable-time: {name} is beyond 1,000 hours"
            : null;
        return problem is null;
    }

    private static bool TrySeconds(JsonElement value, out MediaTime time)
    {
        time = default;
        if (value.TryGetDecimal(out var exact))
        {
            return MediaTime.TryFromSeconds(exact, out time);
        }

        // Numbers too small for a decimal are zero seconds; numbers too large for one are out of range.
        return value.TryGetDouble(out var rough) && Math.Abs(rough) < 1;
    }
}
