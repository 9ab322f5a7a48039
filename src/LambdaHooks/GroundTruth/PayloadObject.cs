using System.Text;
using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>One data object of a consolidation request, before its answers are read.</summary>
/// <param name="Id">Its <c>datasetObjectId</c>.</param>
/// <param name="Source">Value of <c>dataObject.s3Uri</c> or <c>dataObject.content</c>; null where neither is there.</param>
/// <param name="SourceUri">Value of <c>dataObject.s3Uri</c> alone: the medium, where the object is one.</param>
/// <param name="Answers">Its answers, in the order they came.</param>
/// <param name="Problem">What makes the whole object unusable; null where it can be used.</param>
public sealed record PayloadObject(string Id, string? Source, string? SourceUri, IReadOnlyList<PayloadAnswer> Answers, string? Problem)
{
    /// <summary>Parts of the object that cannot be used, with what was written.</summary>
    public IReadOnlyList<Rejection> Rejections { get; init; } = [];
}

/// <summary>One worker's answer as it came.</summary>
/// <param name="Worker">Opaque worker id; empty where the payload does not say.</param>
/// <param name="Content">The answer's text; null where it lies elsewhere.</param>
/// <param name="Uri">Where the answer's text lies; null where it came inline.</param>
public sealed record PayloadAnswer(string Worker, string? Content, string? Uri);

/// <summary>The data objects of a payload.</summary>
/// <param name="Objects">Each id once, in the order of first sight.</param>
/// <param name="Unnamed">Elements without a readable <c>datasetObjectId</c>, which cannot be answered.</param>
public sealed record PayloadIndex(IReadOnlyList<PayloadEntry> Objects, IReadOnlyList<ReadOnlyMemory<byte>> Unnamed);

/// <summary>The bytes of one data object.</summary>
/// <param name="Id">Its <c>datasetObjectId</c>.</param>
/// <param name="Elements">The array elements that carry it; one, unless the payload repeats an id.</param>
public sealed record PayloadEntry(string Id, IReadOnlyList<ReadOnlyMemory<byte>> Elements);

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
            return content.ValueKind == JsonValueKind.Object ? (new PayloadAnswer(worker, content.Raw(), null), null)
                : content.TryText(out var text) ? (new PayloadAnswer(worker, text, null), null)
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

/// <summary>Finds the id of a data object in its bytes, whether or not they are JSON.</summary>
internal static class ObjectId
{
    private static ReadOnlySpan<byte> Name => "datasetObjectId"u8;

    /// <summary>The text after <c>"datasetObjectId":</c> at the top of an object, or null.</summary>
    public static string? Find(ReadOnlySpan<byte> json)
    {
        var depth = 0;
        for (var at = 0; at < json.Length; at++)
        {
            switch (json[at])
            {
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']':
                    depth--;
                    break;
                case (byte)'"':
                    var end = JsonArraySplitter.AfterString(json, at + 1);
                    if (depth == 1 && end - at == Name.Length + 2 && json.Slice(at + 1, Name.Length).SequenceEqual(Name) && ValueAfter(json, end) is { } id)
                    {
                        return id;
                    }

                    at = end - 1;
                    break;
                default:
                    break;
            }
        }

        return null;
    }

    private static string? ValueAfter(ReadOnlySpan<byte> json, int at)
    {
        var rest = json[at..].TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty || rest[0] != (byte)':')
        {
            return null;
        }

        rest = rest[1..].TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty || rest[0] != (byte)'"')
        {
            return null;
        }

        var end = JsonArraySplitter.AfterString(rest, 1);
        var id = rest[1..Math.Max(1, end - 1)];
        return end <= rest.Length && rest[end - 1] == (byte)'"' && !id.Contains((byte)'\\') ? Encoding.UTF8.GetString(id) : null;
    }
}
