using System.Text.Json;
using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;
using LambdaHooks.Timeline;

namespace LambdaHooks.Cli;

/// <summary>Shows how a response differs: changed tracks drawn on a time line, everything else as values.</summary>
internal sealed class ReplayReport(Screen screen, IObjectStore store)
{
    private const int MostListed = 20;
    private const int LongestValue = 100;

    public async Task ShowAsync(RecordedEvent recorded, ReadOnlyMemory<byte> response, IReadOnlyList<JsonDifference> differences, CancellationToken cancel)
    {
        if (recorded.LabelAttributeName is { Length: > 0 } name)
        {
            await DrawTracksAsync(recorded, response, name, cancel).ConfigureAwait(false);
        }

        foreach (var difference in differences.Take(MostListed))
        {
            screen.Line($"  {difference.Path}");
            screen.Line($"    expected {Short(difference.Expected)}");
            screen.Line($"    actual   {Short(difference.Actual)}");
        }

        if (differences.Count > MostListed)
        {
            screen.Line($"  and {differences.Count - MostListed} more");
        }
    }

    private async Task DrawTracksAsync(RecordedEvent recorded, ReadOnlyMemory<byte> response, string name, CancellationToken cancel)
    {
        var expected = await LabelsAsync(await File.ReadAllBytesAsync(recorded.ExpectedPath, cancel).ConfigureAwait(false), name, cancel).ConfigureAwait(false);
        var actual = await LabelsAsync(response, name, cancel).ConfigureAwait(false);
        foreach (var id in expected.Keys.Union(actual.Keys))
        {
            foreach (var key in Keys(expected, id).Union(Keys(actual, id)))
            {
                DrawTrack(id, key, SegmentsOf(expected, id, key), SegmentsOf(actual, id, key));
            }
        }
    }

    private void DrawTrack(string id, TrackKey key, IReadOnlyList<Segment> expected, IReadOnlyList<Segment> actual)
    {
        if (expected.Select(Essence).SequenceEqual(actual.Select(Essence)))
        {
            return;
        }

        screen.Line($"  object {id}, {key.Category}{(key.Media is null ? "" : $" of {key.Media}")}");
        (string Name, IReadOnlyList<Segment> Segments)[] rows = [("expected", expected), ("actual", actual)];
        screen.Draw(rows, LabelDrawing.Span(rows, null), LabelDrawing.CaptionFor(rows), "expected");
    }

    private async Task<Dictionary<string, LabelWire>> LabelsAsync(ReadOnlyMemory<byte> response, string name, CancellationToken cancel)
    {
        var labels = new Dictionary<string, LabelWire>();
        var loader = new LabelLoader(store);
        foreach (var entry in Entries(response, name))
        {
            try
            {
                if (await loader.LoadAsync(entry.Json, cancel).ConfigureAwait(false) is { } label)
                {
                    labels[entry.Id] = label;
                }
            }
            catch (Exception e) when (e is StoreException or HookException)
            {
                // A spilled label of the expected response is not kept, or was replaced; its difference is listed by value.
            }
        }

        return labels;
    }

    private static IReadOnlyList<LabelBytes> Entries(ReadOnlyMemory<byte> response, string name)
    {
        try
        {
            return LabelBytes.Of(response, name);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return [];
        }
    }

    private static IEnumerable<TrackKey> Keys(Dictionary<string, LabelWire> labels, string id) =>
        TracksOf(labels, id).Select(t => new TrackKey(t.Category, t.Media));

    private static IReadOnlyList<Segment> SegmentsOf(Dictionary<string, LabelWire> labels, string id, TrackKey key) =>
        [.. TracksOf(labels, id).Where(t => t.Category == key.Category && t.Media == key.Media).SelectMany(t => t.Segments).Where(LabelDrawing.CanDraw).Select(LabelDrawing.ToSegment)];

    /// <summary>People edit expected files, so anything may be missing from them.</summary>
    private static IEnumerable<TrackWire> TracksOf(Dictionary<string, LabelWire> labels, string id) =>
        labels.GetValueOrDefault(id)?.Tracks?.Where(t => t?.Segments is not null) ?? [];

    private static (Interval Interval, string? Label, string Text) Essence(Segment segment) => (segment.Interval, segment.Label, segment.Text);

    private static string Short(string? value) => value is null ? "nothing" : value.Length <= LongestValue ? value : value[..LongestValue] + "…";
}
