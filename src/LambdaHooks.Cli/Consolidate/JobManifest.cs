using System.Text.Json;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Cli.Consolidate;

/// <summary>The lines of a job's manifest. An object's id is the number of its line, from 0.</summary>
/// <remarks>Lines stay the bytes they are; one is parsed when it is asked for.</remarks>
internal sealed class JobManifest
{
    private readonly byte[] bytes;
    private readonly List<Range> lines = [];

    private JobManifest(byte[] bytes)
    {
        this.bytes = bytes;
        var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        while (start < bytes.Length)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            var end = length < 0 ? bytes.Length : start + length;
            lines.Add(start..(end > start && bytes[end - 1] == (byte)'\r' ? end - 1 : end));
            start = end + 1;
        }
    }

    /// <summary>Lines there are.</summary>
    public int Count => lines.Count;

    /// <summary>Name under which an earlier run of the job put its labels; those members are not part of the line that workers were given.</summary>
    public string? LabelAttribute { get; set; }

    public static JobManifest Read(string path) => new(File.ReadAllBytes(path));

    /// <summary>A line's bytes.</summary>
    public ReadOnlyMemory<byte> this[int line] => bytes.AsMemory(lines[line]);

    /// <summary>The line of an object; null where its id is the number of none.</summary>
    public int? LineOf(string id) => ObjectOrder.NumberOf(id) is { } number && number < Count ? (int)number : null;

    /// <summary>Reads something of a line; the default where the line is no JSON object.</summary>
    public T? Ask<T>(int line, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(this[line], new JsonDocumentOptions { MaxDepth = WorkerResponse.DeepestJson });
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : default;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or a name or text with half of a surrogate pair.
            return default;
        }
    }

    /// <summary>The line as it was before it had a label, and null where it is no JSON object.</summary>
    public byte[]? Unlabeled(int line) => Ask(line, l => OutputLine.Unlabeled(l, LabelAttribute));

    /// <summary>An object's source, and whether that is the place of a medium.</summary>
    public LineSource? SourceOf(string id) => LineOf(id) is { } line ? Ask(line, SourceOf) : null;

    /// <summary>The token that the task of an object has in a job.</summary>
    public string? TokenOf(string id, string job) =>
        LineOf(id) is { } line && Unlabeled(line) is { } unlabeled ? Token(unlabeled, job) : null;

    /// <summary>Buckets that the lines name.</summary>
    public IReadOnlySet<string> Buckets() =>
        Enumerable.Range(0, Count).SelectMany(i => Ask(i, BucketsOf) ?? []).ToHashSet(StringComparer.Ordinal);

    /// <summary>The name under which a job of that name has put labels here; null where it has not.</summary>
    public string? LabelAttributeOf(string job) =>
        Enumerable.Range(0, Count).Select(i => Ask(i, l => OutputLine.LabelAttributeOf(l, job))).FirstOrDefault(a => a is not null);

    private static LineSource? SourceOf(JsonElement line)
    {
        var read = new ManifestLine(line);
        return read.Source is { } source ? new LineSource(source, read.SourceRef is not null, read.Prompt) : null;
    }

    private static string[] BucketsOf(JsonElement line)
    {
        var read = new ManifestLine(line);
        return [.. read.Candidates.Select(c => c.SourceRef).Append(read.Source).Select(s => ObjectUri.TryParse(s, out var uri) ? uri.Bucket : null).OfType<string>()];
    }

    private static string Token(byte[] line, string job)
    {
        using var document = JsonDocument.Parse(line);
        return new ManifestLine(document.RootElement).TokenFor(job.ToLowerInvariant());
    }
}

/// <summary>What a manifest line is about.</summary>
/// <param name="Text">Its <c>source-ref</c>, or its <c>source</c>.</param>
/// <param name="IsReference">True for <c>source-ref</c>.</param>
/// <param name="Prompt">What the media were made from; null where the line does not say.</param>
internal sealed record LineSource(string Text, bool IsReference, string? Prompt);
