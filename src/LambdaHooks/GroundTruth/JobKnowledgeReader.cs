using System.Text.Json;
using LambdaHooks.Answers;

namespace LambdaHooks.GroundTruth;

/// <summary>Reads <see cref="JobKnowledge"/>. A person writes it, so whatever cannot be read is an error that names the field.</summary>
public static class JobKnowledgeReader
{
    /// <summary>Stands for the worker of a gold answer, which has none.</summary>
    private const string GoldWorker = "gold";

    /// <summary>Reads what is known.</summary>
    /// <param name="utf8">One JSON object.</param>
    /// <exception cref="HookException">Something in it cannot be read; the message names the field.</exception>
    public static JobKnowledge Read(ReadOnlyMemory<byte> utf8)
    {
        if (!JsonFields.TryParse(utf8, out var document, out var problem))
        {
            throw new HookException("known", $"is {problem}");
        }

        using (document)
        {
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? ReadMembers(document.RootElement)
                : throw new HookException("known", "must be a JSON object");
        }
    }

    private static JobKnowledge ReadMembers(JsonElement root)
    {
        var known = new JobKnowledge();
        foreach (var (name, value) in Named(root, "known"))
        {
            known = name switch
            {
                "reliabilities" => known with { Reliabilities = ReadEach(value, name, Reliability) },
                "use" => known with { Use = ReadWorkers(value, name) },
                "exclude" => known with { Exclude = ReadWorkers(value, name) },
                "tracks" => known with { Tracks = ReadEach(value, name, Kind) },
                "gold" => known with { Gold = ReadEach(value, name, GoldAnswer) },
                _ => throw new HookException(name, "is not known; there are reliabilities, use, exclude, tracks and gold"),
            };
        }

        return known.Use.Intersect(known.Exclude).Order(StringComparer.Ordinal).FirstOrDefault() is { } both
            ? throw new HookException($"exclude.{both}", "is also in use")
            : known;
    }

    private static Dictionary<string, T> ReadEach<T>(JsonElement value, string field, Func<JsonElement, string, T> read)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw new HookException(field, "must be a JSON object");
        }

        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (name, member) in Named(value, field))
        {
            if (!found.TryAdd(name, read(member, $"{field}.{name}")))
            {
                throw new HookException($"{field}.{name}", "is there twice");
            }
        }

        return found;
    }

    private static IEnumerable<(string Name, JsonElement Value)> Named(JsonElement value, string field) =>
        value.EnumerateObject().Select(m => m.TryName(out var name) ? (name, m.Value) : throw new HookException(field, "holds a name with half of a surrogate pair"));

    private static double Reliability(JsonElement value, string field) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number is >= 0 and <= 1
            ? number
            : throw new HookException(field, "must be a number from 0 to 1");

    private static HashSet<string> ReadWorkers(JsonElement value, string field) =>
        value.ValueKind == JsonValueKind.Array && value.TryTexts(out var workers)
            ? new HashSet<string>(workers, StringComparer.Ordinal)
            : throw new HookException(field, "must be a list of worker ids");

    private static string Kind(JsonElement value, string field) =>
        value.TryText(out var kind) && JobKnowledge.TrackKinds.Contains(kind)
            ? kind
            : throw new HookException(field, $"must be one of {string.Join(", ", JobKnowledge.TrackKinds)}");

    /// <summary>A gold answer decides, so nothing of it may be passed over.</summary>
    private static Answer GoldAnswer(JsonElement value, string field)
    {
        var content = value.ValueKind == JsonValueKind.Object ? value.Raw()
            : value.TryText(out var text) ? text
            : throw new HookException(field, "must be an answer as a page submits it");
        var read = AnswerReader.Read(GoldWorker, content);
        return read.Rejections.Count > 0
            ? throw new HookException(read.Rejections[0].Part is { } part ? $"{field}.{part}" : field, read.Rejections[0].Reason)
            : read.Answer!;
    }
}
