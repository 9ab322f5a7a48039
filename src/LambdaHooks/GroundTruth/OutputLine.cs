using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace LambdaHooks.GroundTruth;

/// <summary>
/// A line of an output manifest: the members of the input manifest's line, the label under the job's label attribute, and beside it what
/// Ground Truth says of the label (SageMaker developer guide, "Output data": <c>type</c>, <c>job-name</c>, <c>human-annotated</c>,
/// <c>creation-date</c>).
/// </summary>
public static class OutputLine
{
    private const string MetadataEnding = "-metadata";

    /// <summary>Writes a line without its end.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="line">The input's line, one JSON object in UTF-8; its bytes stay as they are.</param>
    /// <param name="labelAttribute">Key under which the label goes.</param>
    /// <param name="label">The label as JSON.</param>
    /// <param name="job">The job's name.</param>
    /// <param name="created">When the label was made; written in UTC.</param>
    public static void Write(Stream output, ReadOnlySpan<byte> line, string labelAttribute, ReadOnlySpan<byte> label, string job, DateTimeOffset created)
    {
        var open = line[..line.LastIndexOf((byte)'}')].TrimEnd(" \t"u8);
        output.Write(open);
        output.Write(Utf8($"{(open.EndsWith("{"u8) ? "" : ",")}\"{JsonEncodedText.Encode(labelAttribute)}\":"));
        output.Write(label);
        output.Write(Utf8(
            $$$""","{{{JsonEncodedText.Encode(labelAttribute + MetadataEnding)}}}":{"type":"groundtruth/custom","job-name":"{{{JsonEncodedText.Encode(job)}}}","human-annotated":"yes","creation-date":"{{{DateOf(created)}}}"}}"""));
    }

    /// <summary>The label attribute under which a job of that name has put its label; null where it has not.</summary>
    /// <remarks>Ground Truth writes the job's name with or without <c>labeling-job/</c> in front, and keys with hyphens or underscores.</remarks>
    public static string? LabelAttributeOf(JsonElement line, string job) => line.EnumerateObject()
        .Where(m => m.Name.EndsWith(MetadataEnding, StringComparison.Ordinal) && m.Value.ValueKind == JsonValueKind.Object)
        .Where(m => (m.Value.TryGetProperty("job-name", out var name) || m.Value.TryGetProperty("job_name", out name))
            && name.ValueKind == JsonValueKind.String && name.GetString()!.Split('/')[^1].Equals(job, StringComparison.OrdinalIgnoreCase))
        .Select(m => m.Name[..^MetadataEnding.Length])
        .FirstOrDefault();

    /// <summary>The line as it was before it had a label: all other members, as they are written.</summary>
    /// <param name="line">A line, one JSON object.</param>
    /// <param name="labelAttribute">Key of the label; null where it has none.</param>
    public static byte[] Unlabeled(JsonElement line, string? labelAttribute)
    {
        using var kept = new MemoryStream();
        kept.WriteByte((byte)'{');
        foreach (var member in line.EnumerateObject().Where(m => labelAttribute is null || (m.Name != labelAttribute && m.Name != labelAttribute + MetadataEnding)))
        {
            kept.Write(kept.Length > 1 ? ",\""u8 : "\""u8);
            kept.Write(JsonMarshal.GetRawUtf8PropertyName(member));
            kept.Write("\":"u8);
            kept.Write(JsonMarshal.GetRawUtf8Value(member.Value));
        }

        kept.WriteByte((byte)'}');
        return kept.ToArray();
    }

    private static string DateOf(DateTimeOffset created) => created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
