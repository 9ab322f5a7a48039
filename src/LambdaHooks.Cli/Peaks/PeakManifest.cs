using System.Text.Json;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Cli.Peaks;

/// <summary>The media of an input manifest: each line's <c>source-ref</c> and those of its candidates.</summary>
internal static class PeakManifest
{
    /// <summary>Every medium of every line. A line that names none, or cannot be read, is an input that cannot be used.</summary>
    public static IEnumerable<PeakInput> Read(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            foreach (var input in string.IsNullOrWhiteSpace(line) ? [] : Of(line, $"{path}:{number}"))
            {
                yield return input;
            }
        }
    }

    private static IEnumerable<PeakInput> Of(string text, string place)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var line = new ManifestLine(document.RootElement);
            return line.Problem is { } problem ? [new PeakInput.Unusable(place, problem)] : [.. Media(line, place)];
        }
        catch (JsonException)
        {
            return [new PeakInput.Unusable(place, "unreadable-line: it is not JSON")];
        }
        catch (HookException e)
        {
            return [new PeakInput.Unusable(place, e.Message)];
        }
    }

    private static IEnumerable<PeakInput> Media(ManifestLine line, string place) =>
        !line.IsComparison ? [line.Medium is { Place: { } medium } ? Of(medium, place, "source-ref") : new PeakInput.Unusable(place, line.Medium.Problem!)]
        : line.Candidates.Count == 0 ? [new PeakInput.Unusable(place, "candidates: there are none")]
        : line.Candidates.Select((c, i) => Of(c.SourceRef, place, $"candidates[{i}].source-ref"));

    private static PeakInput Of(string? medium, string place, string field) =>
        ObjectUri.TryParse(medium, out var uri) ? new PeakInput.Stored(uri) : new PeakInput.Unusable(place, $"{field}: it is not s3://bucket/key");
}
