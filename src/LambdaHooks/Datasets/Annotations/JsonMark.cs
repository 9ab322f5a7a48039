using System.Text.Json;
using LambdaHooks.Timeline;

namespace LambdaHooks.Datasets.Annotations;

/// <summary>The entries of a list of marks, one after another.</summary>
internal sealed class JsonMark(AnnotationSource source, AnnotationDraft draft)
{
    private int number;

    /// <summary>Reads the next entry.</summary>
    public void Read(JsonElement entry)
    {
        number++;
        if (entry.ValueKind != JsonValueKind.Object)
        {
            throw Error("no object");
        }

        try
        {
            ReadMembers(entry);
        }
        catch (InvalidOperationException)
        {
            throw Error("a text holds half of a surrogate pair");
        }
    }

    private void ReadMembers(JsonElement entry)
    {
        var named = Text(entry, "annotator");
        if (named is not null && source.Annotator is not null)
        {
            throw Error($"the entry names its annotator, so it cannot be of {AnnotationException.Quote(source.Annotator)}");
        }

        var annotator = named ?? source.OnlyAnnotator;
        var clip = Text(entry, "file") ?? (named is null ? source.Clip : source.Stem);
        var track = Text(entry, "track") ?? "";
        if (annotator.Length == 0)
        {
            throw Error("no annotator");
        }

        var hasTimes = TryMember(entry, "start", out var start) | TryMember(entry, "end", out var end);
        if (hasTimes)
        {
            var label = Text(entry, "label");
            draft.Add(track, clip, annotator, new Segment(Between(start, end), string.IsNullOrEmpty(label) ? null : label) { Text = Text(entry, "text") ?? "" });
        }
        else if (!TryMember(entry, "label", out var value))
        {
            draft.Open(track, clip, annotator);
        }
        else if (!draft.TryAdd(Label(track, clip, annotator, value)))
        {
            throw Error($"{AnnotationException.Quote(annotator)} labels {AnnotationException.Quote(clip)} a second time");
        }
    }

    private Interval Between(JsonElement start, JsonElement end)
    {
        var from = Time("start", start);
        var to = Time("end", end);
        return SecondsText.Problem(from, to, out var interval) is { } problem ? throw Error(problem) : interval;
    }

    private MediaTime Time(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var seconds))
        {
            throw Error($"{name} is no number of seconds");
        }

        return SecondsText.Problem(name, seconds, out var time) is { } problem ? throw Error(problem) : time;
    }

    private UnitLabel Label(string track, string item, string annotator, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new(track, item, annotator, [value.GetString()!], false),
        JsonValueKind.Number => new(track, item, annotator, [value.GetRawText()], false),
        JsonValueKind.Array => new(track, item, annotator, AnnotationDraft.SetOf(value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : throw Error("label is a list of something else than texts"))), true),
        _ => throw Error("label is neither text, number nor a list of texts"),
    };

    private string? Text(JsonElement entry, string name) =>
        !TryMember(entry, name, out var member) ? null : member.ValueKind == JsonValueKind.String ? member.GetString() : throw Error($"{name} is no text");

    private static bool TryMember(JsonElement entry, string name, out JsonElement member) =>
        entry.TryGetProperty(name, out member) && member.ValueKind != JsonValueKind.Null;

    private AnnotationException Error(string problem) => new(source.Name, $"entry {number}", problem);
}
