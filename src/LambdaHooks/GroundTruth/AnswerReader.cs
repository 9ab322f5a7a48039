using System.Text;
using System.Text.Json;
using LambdaHooks.Answers;

namespace LambdaHooks.GroundTruth;

/// <summary>An answer as far as it can be used, and everything that cannot.</summary>
/// <param name="Answer">The usable part; null when nothing of it is.</param>
/// <param name="Rejections">What was left out, with reasons.</param>
public sealed record ReadAnswer(Answer? Answer, IReadOnlyList<Rejection> Rejections);

/// <summary>
/// Turns the text of <c>annotationData.content</c> into an <see cref="Answer"/>: our own <c>lambdahooks/answer/1</c>, the AWS sample
/// page's streams, and every other form field by its shape.
/// </summary>
public static class AnswerReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads one worker's answer. Never throws for what it says.</summary>
    /// <param name="worker">Whose answer.</param>
    /// <param name="content">Its text.</param>
    public static ReadAnswer Read(string worker, string content)
    {
        try
        {
            return Read(worker, Strict.GetBytes(content), new TextPool());
        }
        catch (EncoderFallbackException)
        {
            return new ReadAnswer(null, [new Rejection(worker, $"unreadable-answer: content is {JsonFields.HalfPair}", content)]);
        }
    }

    /// <summary>Reads one of several answers to the same thing, which say much alike.</summary>
    internal static ReadAnswer Read(string worker, ReadOnlyMemory<byte> content, TextPool texts)
    {
        var draft = new AnswerDraft(worker, content, texts);
        if (IsBlank(content.Span))
        {
            draft.RejectAll("empty-answer: nothing was submitted");
        }
        else if (!JsonFields.TryParse(content, out var document, out var problem))
        {
            draft.RejectAll($"unreadable-answer: content is {problem}");
        }
        else
        {
            using (document)
            {
                ReadForm(document.RootElement, draft);
            }
        }

        return draft.Finish();
    }

    private static bool IsBlank(ReadOnlySpan<byte> content)
    {
        var rest = content.TrimStart(" \t\r\n"u8);
        return rest.IsEmpty || (rest[0] is < (byte)'!' or > (byte)'~' && string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(rest)));
    }

    private static void ReadForm(JsonElement form, AnswerDraft draft)
    {
        if (form.ValueKind != JsonValueKind.Object)
        {
            draft.RejectAll("unreadable-answer: content is not a JSON object");
            return;
        }

        foreach (var field in form.EnumerateObject())
        {
            if (!field.TryName(out var name))
            {
                draft.RejectPart("(field)", "unreadable-field: the name holds half of a surrogate pair", field.Raw());
            }
            else if (name == OwnAnswer.FieldName && OwnAnswer.TryRead(field.Value, draft))
            {
            }
            else if (name == SamplePage.FieldName && SamplePage.TryRead(field.Value, draft))
            {
            }
            else
            {
                ClipAnswerReader.Read(name, name, field.Value, draft);
            }
        }

        SamplePage.RestoreLostText(draft);
    }
}
