using System.Text.Json;
using LambdaHooks.Answers;
using LambdaHooks.Timeline;

namespace LambdaHooks.GroundTruth;

/// <summary>
/// Reads the field <c>annotations</c> of the AWS sample page (aws-samples/audio-video-segmentation-sagemaker-groundtruth): JSON in a
/// string, with <c>streams</c> by category, each segment carrying the tag it was drawn under.
/// </summary>
/// <remarks>
/// The page loses and damages what workers do: segments may lack times or end before they start, the field may be empty, and text
/// typed last survives only in the form fields <c>label</c> and <c>emotiontag</c>. Each damaged segment is rejected alone.
/// </remarks>
internal static class SamplePage
{
    /// <summary>Name of the form field.</summary>
    public const string FieldName = "annotations";

    private const string LostText = "label";
    private const string LostEmotion = "emotiontag";
    private const string Emotion = "emotion";

    /// <summary>Reads the field; false where it is not the sample page's and should be read by its shape.</summary>
    public static bool TryRead(JsonElement value, AnswerDraft draft)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return ReadDecoded(value, draft);
        }

        if (JsonFields.TryParseNested(value, out var document, out var problem))
        {
            using (document)
            {
                return ReadDecoded(document.RootElement, draft) || RejectStructure(document.RootElement, draft);
            }
        }

        var written = value.TryText(out var text) ? text : value.Raw();
        draft.RejectPart(
            FieldName,
            string.IsNullOrWhiteSpace(written) ? "empty-annotations: the page submitted no segments; its media may never have loaded" : $"unreadable-annotations: {problem}",
            written);
        return true;
    }

    /// <summary>
    /// Gives the last typed text and emotion back to their segment where that can only be one: the page submits the last row's fields as
    /// <c>label</c> and <c>emotiontag</c>, and exactly one segment has that text, or none has and exactly one came without text.
    /// </summary>
    public static void RestoreLostText(AnswerDraft draft)
    {
        if (!draft.FromSamplePage || !draft.Clip.TryGetValue(LostText, out var field) || field is not ClipAnswer.Text { Value.Length: > 0 } lost)
        {
            return;
        }

        Segment[] all = [.. draft.Tracks.SelectMany(t => t.Segments)];
        Segment[] rows = [.. all.Where(s => s.Text == lost.Value)];
        rows = rows.Length > 0 ? rows : [.. all.Where(s => s.Text.Length == 0)];
        if (rows.Length == 1)
        {
            Restore(rows[0], lost.Value, draft);
        }
        else if (rows.Length > 1 && rows[0].Text.Length > 0)
        {
            _ = draft.Clip.Remove(LostText);
        }
    }

    /// <summary>The two fields repeat one row of the table; as whole-clip answers they would say something nobody said.</summary>
    private static void Restore(Segment row, string text, AnswerDraft draft)
    {
        var emotion = (draft.Clip.GetValueOrDefault(LostEmotion) as ClipAnswer.Text)?.Value ?? "";
        var restored = row with { Text = text, Attributes = row.Attributes.Count == 0 && emotion.Length > 0 ? WithEmotion(emotion) : row.Attributes };
        for (var i = 0; i < draft.Tracks.Count; i++)
        {
            draft.Tracks[i] = draft.Tracks[i] with { Segments = [.. draft.Tracks[i].Segments.Select(s => ReferenceEquals(s, row) ? restored : s)] };
        }

        _ = draft.Clip.Remove(LostText);
        if (emotion.Length == 0 || restored.Attributes.GetValueOrDefault(Emotion) == emotion)
        {
            _ = draft.Clip.Remove(LostEmotion);
        }
    }

    private static Dictionary<string, string> WithEmotion(string emotion) => new() { [Emotion] = emotion };

    /// <summary>JSON in a string that has no streams is the page's own form gone wrong, not somebody's text.</summary>
    private static bool RejectStructure(JsonElement root, AnswerDraft draft)
    {
        var structured = root.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        if (structured)
        {
            draft.RejectPart(FieldName, "unreadable-annotations: there are no streams", root.Raw());
        }

        return structured;
    }

    private static bool ReadDecoded(JsonElement value, AnswerDraft draft)
    {
        if (!value.TryMember("streams", out var streams))
        {
            return false;
        }

        if (streams.ValueKind != JsonValueKind.Object)
        {
            draft.RejectPart($"{FieldName}.streams", "unreadable-annotations: streams is not an object", streams.Raw());
            return true;
        }

        draft.FromSamplePage = true;
        foreach (var stream in streams.EnumerateObject())
        {
            if (!stream.TryName(out var category))
            {
                draft.RejectPart($"{FieldName}.streams", "unreadable-annotations: a category holds half of a surrogate pair", stream.Raw());
            }
            else if (stream.Value.ValueKind != JsonValueKind.Array)
            {
                draft.RejectPart($"{FieldName}.streams.{category}", "unreadable-annotations: a stream is not a list", stream.Value.Raw());
            }
            else
            {
                draft.Tracks.Add(SegmentReader.ReadTrack(new TrackKey(category, null), true, stream.Value, $"{FieldName}.streams.{category}", draft, ReadSegment));
            }
        }

        return true;
    }

    private static SegmentReader.Result ReadSegment(JsonElement item, TextPool texts)
    {
        if (!SegmentReader.TryInterval(item, out var interval, out var problem) || !TryTexts(item, texts, out var tag, out var text, out var emotion, out problem))
        {
            return new(null, problem);
        }

        return new(new Segment(interval, tag.Length == 0 ? null : tag) { Text = text, Attributes = emotion.Length == 0 ? Segment.NoAttributes : WithEmotion(emotion) }, null);
    }

    private static bool TryTexts(JsonElement item, TextPool texts, out string tag, out string text, out string emotion, out string? problem)
    {
        var readable = SegmentReader.TryTextOrEmpty(item, "id", texts, out tag)
            & SegmentReader.TryTextOrEmpty(item, "text", texts, out text)
            & SegmentReader.TryTextOrEmpty(item, Emotion, texts, out emotion);
        problem = readable ? null : "unreadable-text: id, text or emotion is not text, or holds half of a surrogate pair";
        return readable;
    }
}
