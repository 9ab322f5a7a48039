using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>Reads consolidation requests: a JSON array with one element a data object.</summary>
public static class Payload
{
    /// <summary>Finds the data objects of a payload without reading them; elements of one id are taken together.</summary>
    /// <param name="utf8">The payload.</param>
    /// <exception cref="HookException">The payload is no array.</exception>
    public static PayloadIndex Index(ReadOnlyMemory<byte> utf8)
    {
        var elements = JsonArraySplitter.Split(utf8.Span) ?? throw new HookException("payload", "must be a JSON array of data objects");
        var entries = new List<PayloadEntry>(elements.Count);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var unnamed = new List<ReadOnlyMemory<byte>>();
        foreach (var range in elements)
        {
            if (IdOf(utf8[range]) is not { } id)
            {
                unnamed.Add(utf8[range]);
            }
            else if (places.TryGetValue(id, out var place))
            {
                entries[place] = entries[place] with { Elements = [.. entries[place].Elements, utf8[range]] };
            }
            else
            {
                places.Add(id, entries.Count);
                entries.Add(new PayloadEntry(id, [utf8[range]]));
            }
        }

        return new PayloadIndex(entries, unnamed);
    }

    /// <summary>Reads one data object. Never throws for what it says.</summary>
    public static PayloadObject Read(PayloadEntry entry) =>
        entry.Elements.Select(e => ReadElement(entry.Id, e)).Aggregate(Join);

    private static string? IdOf(ReadOnlyMemory<byte> element)
    {
        if (ObjectId.Find(element.Span) is { } plain)
        {
            return plain;
        }

        // Not spelled as plain text: escaped, a number, or missing.
        if (!JsonFields.TryParse(element, out var document, out _))
        {
            return null;
        }

        using (document)
        {
            return document.RootElement.TryMember("datasetObjectId", out var value) ? IdOf(value) : null;
        }
    }

    private static PayloadObject ReadElement(string id, ReadOnlyMemory<byte> utf8)
    {
        if (!JsonFields.TryParse(utf8, out var document, out var problem))
        {
            problem = $"unreadable-object: {problem}";
            return new PayloadObject(id, null, null, [], problem) { Rejections = [new Rejection("", problem, Encoding.UTF8.GetString(utf8.Span))] };
        }

        using (document)
        {
            return ReadObject(id, document.RootElement);
        }
    }

    private static string? IdOf(JsonElement value) =>
        value.TryText(out var text) ? text : value.ValueKind == JsonValueKind.Number ? value.Raw() : null;

    private static PayloadObject ReadObject(string id, JsonElement root)
    {
        var data = root.TryMember("dataObject", out var member) ? member : default;
        var uri = AnyCase.Text(data, "s3Uri");
        if (root.TryMember("annotations", out var annotations) && annotations.ValueKind != JsonValueKind.Array)
        {
            return new PayloadObject(id, uri ?? data.Text("content"), uri, [], "unreadable-object: annotations is not a list")
            {
                Rejections = [new Rejection("", "unreadable-object: annotations is not a list", annotations.Raw())],
            };
        }

        var answers = annotations.Items().Select(ReadAnswer).ToArray();
        return new PayloadObject(id, uri ?? data.Text("content"), uri, [.. answers.Select(a => a.Answer).OfType<PayloadAnswer>()], null)
        {
            Rejections = [.. answers.Select(a => a.Rejection).OfType<Rejection>()],
        };
    }

    private static (PayloadAnswer? Answer, Rejection? Rejection) ReadAnswer(JsonElement annotation)
    {
        var worker = annotation.TryMember("workerId", out var id) ? IdOf(id) ?? "" : "";
        if (worker.Length == 0)
        {
            return (null, new Rejection("", "unknown-worker: the answer has no workerId", annotation.Raw()));
        }

        if (!annotation.TryMember("annotationData", out var data))
        {
            return (null, new Rejection(worker, "empty-answer: the answer has no annotationData", annotation.Raw()));
        }

        if (data.TryMember("content", out var content))
        {
            return content.ValueKind == JsonValueKind.Object ? (new PayloadAnswer(worker, JsonMarshal.GetRawUtf8Value(content).ToArray(), null), null)
                : content.TryUtf8(out var text) ? (new PayloadAnswer(worker, text, null), null)
                : (null, new Rejection(worker, "unreadable-answer: content is neither text nor an object", content.Raw()));
        }

        return AnyCase.Text(data, "s3Uri") is { } uri
            ? (new PayloadAnswer(worker, null, uri), null)
            : (null, new Rejection(worker, "empty-answer: annotationData has neither content nor s3Uri", data.Raw()));
    }

    private static PayloadObject Join(PayloadObject first, PayloadObject second) => first with
    {
        Answers = [.. first.Answers, .. second.Answers],
        Rejections = [.. first.Rejections, .. second.Rejections],
        Problem = first.Problem ?? second.Problem ?? (first.Source == second.Source ? null : "conflicting-objects: the id stands for two sources"),
    };
}
