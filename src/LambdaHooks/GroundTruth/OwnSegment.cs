using System.Text.Json;
using LambdaHooks.Timeline;

namespace LambdaHooks.GroundTruth;

/// <summary>Reads one segment of a <c>lambdahooks/answer/1</c>.</summary>
internal static class OwnSegment
{
    /// <summary>The segment, or the reason why there is none.</summary>
    /// <param name="item">Its JSON.</param>
    /// <param name="trackLabel">Label of its track; empty where the track has none, and the segment's first label is its label.</param>
    /// <param name="texts">Texts of other segments that it may share.</param>
    public static SegmentReader.Result Read(JsonElement item, string trackLabel, TextPool texts)
    {
        if (!SegmentReader.TryInterval(item, out var interval, out var problem))
        {
            return new(null, problem);
        }

        if (!SegmentReader.TryTextOrEmpty(item, "text", texts, out var text) || !SegmentReader.TryTextOrEmpty(item, "id", texts, out var id))
        {
            return new(null, "unreadable-text: id or text is not text, or holds half of a surrogate pair");
        }

        if (!TryLabels(item, texts, out var labels) || !TryAttributes(item, out var attributes))
        {
            return new(null, "unreadable-labels: labels must be a list of texts, attributes an object of texts");
        }

        var label = trackLabel.Length > 0 ? trackLabel : labels.FirstOrDefault();
        var segment = new Segment(interval, label)
        {
            Id = id.Length == 0 ? null : id,
            Labels = trackLabel.Length > 0 ? labels : labels.Count <= 1 ? [] : [.. labels.Skip(1)],
            Text = text,
            Attributes = attributes,
        };
        return new(segment, null);
    }

    private static bool TryLabels(JsonElement item, TextPool pool, out IReadOnlyList<string> labels)
    {
        labels = [];
        if (!item.TryMember("labels", out var list))
        {
            return true;
        }

        if (list.ValueKind != JsonValueKind.Array || !list.TryTexts(pool, out var texts))
        {
            return false;
        }

        labels = texts is [{ Length: > 0 }] ? texts : [.. texts.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];
        return true;
    }

    private static bool TryAttributes(JsonElement item, out IReadOnlyDictionary<string, string> attributes)
    {
        attributes = Segment.NoAttributes;
        if (!item.TryMember("attributes", out var members) || (members.ValueKind == JsonValueKind.Object && members.GetPropertyCount() == 0))
        {
            return true;
        }

        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in members.Members())
        {
            if (!member.TryName(out var name) || AttributeText(member.Value) is not { } text)
            {
                return false;
            }

            found[name] = text;
        }

        attributes = found;
        return members.ValueKind == JsonValueKind.Object;
    }

    private static string? AttributeText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.TryText(out var text) ? text : null,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.Raw(),
        _ => null,
    };
}
