using System.Globalization;
using System.Text.Json.Nodes;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli;

/// <summary>Shows what the demo made: the workers' tracks above the consolidated one, preferences, and what was not used.</summary>
internal sealed class DemoReport(Screen screen)
{
    /// <summary>Shows one object.</summary>
    /// <param name="job">Name of its manifest.</param>
    /// <param name="result">The object.</param>
    /// <param name="label">Its label, wherever it lay; null where it is none of ours.</param>
    public void Show(string job, DemoObject result, LabelWire? label)
    {
        screen.Title($"{job} #{result.Index}  {Describe(result.TaskInput)}");
        if (label is null)
        {
            screen.Bad("  the label is none of ours");
            return;
        }

        if (label.Error is not null)
        {
            screen.Bad($"  {label.Error}");
        }

        foreach (var track in label.Tracks ?? [])
        {
            ShowTrack(label, track, result.TaskInput);
        }

        ShowPreference(label);
        foreach (var rejection in label.Rejections ?? [])
        {
            screen.Bad($"  not used: {rejection.Part ?? "answer"} of {rejection.Worker}: {rejection.Reason}");
        }

        screen.Line();
    }

    private void ShowTrack(LabelWire label, TrackWire track, JsonNode input)
    {
        var rows = LabelDrawing.Rows(label, track);
        if (rows.All(r => r.Segments.Count == 0))
        {
            return;
        }

        var agreement = label.Agreement?.FirstOrDefault(a => a.Category == track.Category && a.Media == track.Media)?.F1;
        screen.Line($"  {track.Category}{(track.Media is null ? "" : $" of {track.Media}")}, agreement {Figure(agreement)}");
        screen.Draw(rows, LabelDrawing.Span(rows, DurationOf(input, track.Media)), LabelDrawing.CaptionFor(rows), LabelDrawing.Fused);
    }

    private void ShowPreference(LabelWire label)
    {
        if (label.Preference is not { Pairs.Count: > 0 } preference)
        {
            return;
        }

        screen.Line($"  preferred: {string.Join(" > ", preference.Order)}");
        foreach (var pair in preference.Pairs)
        {
            screen.Line($"    {pair.Chosen} {(pair.Tie ? "ties with" : "over")} {pair.Rejected}, margin {Figure(pair.Margin)}, {Figure(pair.Agreement * 100)} % of {pair.Workers} workers");
        }
    }

    private static string Describe(JsonNode input) =>
        string.Join(", ", input["lambdahooks"]!["media"]!.AsArray().Select(m => m!["s3Uri"] is { } uri ? uri.GetValue<string>().Split('/')[^1] : "no medium"));

    private static decimal? DurationOf(JsonNode input, string? id) => input["lambdahooks"]!["media"]!.AsArray()
        .FirstOrDefault(m => id is null || m!["id"]!.GetValue<string>() == id)?["durationSeconds"]?.GetValue<decimal>();

    private static string Figure(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "n/a";
}
