using System.Text.Json;
using LambdaHooks.Timeline;

namespace LambdaHooks.GroundTruth;

/// <summary>Reads the field <c>annotation</c> of our own page: one JSON text of the schema <c>lambdahooks/answer/1</c>.</summary>
internal static class OwnAnswer
{
    /// <summary>Name of the form field.</summary>
    public const string FieldName = "annotation";

    /// <summary>The one schema read here.</summary>
    public const string Schema = "lambdahooks/answer/1";

    private const string Family = "lambdahooks/answer/";

    /// <summary>Reads the field; false where it is not ours and should be read by its shape.</summary>
    public static bool TryRead(JsonElement value, AnswerDraft draft)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return TryReadDecoded(value, draft);
        }

        if (JsonFields.TryParseNested(value, out var document, out var problem))
        {
            using (document)
            {
                return TryReadDecoded(document.RootElement, draft);
            }
        }

        if (!value.TryText(out var text) || !text.AsSpan().TrimStart().StartsWith("{"))
        {
            return false;
        }

        draft.RejectAll($"unreadable-answer: annotation is {problem}");
        return true;
    }

    private static bool TryReadDecoded(JsonElement root, AnswerDraft draft)
    {
        var schema = root.Text("schema") ?? "";
        if (!schema.StartsWith(Family, StringComparison.Ordinal))
        {
            return false;
        }

        if (schema != Schema)
        {
            draft.RejectAll($"unsupported-schema: only {Schema} is read");
            return true;
        }

        draft.FromOwnPage = true;
        ReadToken(root, draft);
        ReadTracks(root, draft);
        ReadNone(root, draft);
        ReadClip(root, draft);
        PreferenceReader.Read(root, draft);
        return true;
    }

    private static void ReadToken(JsonElement root, AnswerDraft draft)
    {
        if (!SegmentReader.TryTextOrEmpty(root, "token", draft.Texts, out var token))
        {
            draft.RejectPart("annotation.token", "unreadable-token: not text", root.GetProperty("token").Raw());
        }

        draft.Token = token.Length == 0 ? null : token;
    }

    private static void ReadTracks(JsonElement root, AnswerDraft draft)
    {
        if (!root.TryMember("tracks", out var tracks))
        {
            return;
        }

        if (tracks.ValueKind != JsonValueKind.Array)
        {
            draft.RejectPart("annotation.tracks", "unreadable-tracks: not a list", tracks.Raw());
            return;
        }

        var index = 0;
        foreach (var track in tracks.EnumerateArray())
        {
            ReadTrack(track, $"annotation.tracks[{index++}]", draft);
        }
    }

    private static void ReadTrack(JsonElement track, string part, AnswerDraft draft)
    {
        if (track.Text("category") is not { Length: > 0 } category)
        {
            draft.RejectPart(part, "unreadable-track: it has no category", track.Raw());
            return;
        }

        if (!SegmentReader.TryTextOrEmpty(track, "label", draft.Texts, out var label) || !SegmentReader.TryTextOrEmpty(track, "media", draft.Texts, out var media))
        {
            draft.RejectPart(part, "unreadable-track: label or media is not text", track.Raw());
            return;
        }

        if (track.TryMember("segments", out var list) && list.ValueKind != JsonValueKind.Array)
        {
            draft.RejectPart(part, "unreadable-track: segments is not a list", track.Raw());
            return;
        }

        var opened = !track.TryMember("opened", out var flag) || flag.ValueKind != JsonValueKind.False;
        var key = new TrackKey(category, media.Length == 0 ? null : media);
        draft.Tracks.Add(SegmentReader.ReadTrack(key, opened, list, $"{part}.segments", draft, (item, texts) => OwnSegment.Read(item, label, texts)));
    }

    /// <summary>Categories in which the worker found nothing: opened tracks without segments, where no track says otherwise.</summary>
    private static void ReadNone(JsonElement root, AnswerDraft draft)
    {
        if (!root.TryMember("none", out var none))
        {
            return;
        }

        if (none.ValueKind != JsonValueKind.Array)
        {
            draft.RejectPart("annotation.none", "unreadable-category: none is not a list", none.Raw());
            return;
        }

        var categories = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var item in none.EnumerateArray())
        {
            if (item.TryText(out var category))
            {
                _ = categories.Add(category);
            }
            else
            {
                draft.RejectPart("annotation.none", "unreadable-category: not text", item.Raw());
            }
        }

        OpenEmptyTracks(categories, draft);
    }

    private static void OpenEmptyTracks(SortedSet<string> categories, AnswerDraft draft)
    {
        for (var i = 0; i < draft.Tracks.Count; i++)
        {
            if (categories.Contains(draft.Tracks[i].Key.Category) && draft.Tracks[i].Segments.Count == 0)
            {
                draft.Tracks[i] = draft.Tracks[i] with { Opened = true };
            }
        }

        var unnamed = categories.Except(draft.Tracks.Select(t => t.Key.Category), StringComparer.Ordinal);
        draft.Tracks.AddRange([.. unnamed.Select(c => new Track(new TrackKey(c, null), []))]);
    }

    private static void ReadClip(JsonElement root, AnswerDraft draft)
    {
        if (root.TryMember("clip", out var clip) && clip.ValueKind != JsonValueKind.Object)
        {
            draft.RejectPart("annotation.clip", "unreadable-clip: not an object", clip.Raw());
        }

        foreach (var question in clip.Members())
        {
            if (question.TryName(out var name))
            {
                ClipAnswerReader.Read(name, $"annotation.clip.{name}", question.Value, draft);
            }
            else
            {
                draft.RejectPart("annotation.clip", "unreadable-field: the name holds half of a surrogate pair", question.Value.Raw());
            }
        }
    }
}
