using System.Globalization;
using LambdaHooks.Consolidation.Measures;

namespace LambdaHooks.Cli.Agreement;

/// <summary>Shows agreement as tables for people.</summary>
internal sealed class AgreementTable(Screen screen)
{
    private const int MostShown = 60;

    /// <summary>Shows all of it.</summary>
    public void Show(AgreementReport report, AgreementSettings settings)
    {
        foreach (var track in report.Tracks)
        {
            Show(track.Track.Length == 0 ? "segments" : $"track {Short(track.Track)}", track);
        }

        if (report.All is { } all)
        {
            Show("all tracks", all);
        }

        foreach (var labels in report.Labels)
        {
            screen.Title($"{(labels.Track.Length == 0 ? "labels" : $"labels of {Short(labels.Track)}")}: {labels.Items} items, {labels.Annotators} annotators, {labels.Answers} labels");
            Show([($"alpha ({labels.Level.ToString().ToLowerInvariant()})", labels.Alpha)]);
        }

        if (report.Tracks.Count > 0)
        {
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"gamma with alpha {settings.Gamma.Alpha}, beta {settings.Gamma.Beta}, D0 {settings.Gamma.DeltaEmpty}, seed {settings.Gamma.Seed}"));
        }

        foreach (var notice in report.Notices)
        {
            screen.Line($"note: {notice}");
        }
    }

    /// <summary>A name, cut to what a line bears.</summary>
    public static string Short(string name) => name.Length <= MostShown ? name : name[..(char.IsHighSurrogate(name[MostShown - 1]) ? MostShown - 1 : MostShown)] + "…";

    private void Show(string name, TrackFigures track)
    {
        screen.Title($"{name}: {track.Clips} clips, {track.Annotators} annotators, {track.Segments} segments");
        Show([
            ("F1 at IoU .5", track.F1At50),
            ("F1 at IoU .75", track.F1At75),
            ("mean IoU", track.Overlap),
            ("gamma", track.Gamma.Gamma),
            ("gamma-cat", track.Gamma.GammaCat),
            ("alpha of labels", track.Alpha),
        ]);
        if (track.Gamma is { ObservedDisorder: { } observed, ExpectedDisorder: { } expected, Samples: var samples })
        {
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"  disorder {observed:0.000000} observed, {expected:0.000000} expected from {samples} samples"));
        }

        screen.Line();
    }

    private void Show(IReadOnlyList<(string Name, Measure Measure)> measures)
    {
        screen.Line($"  {"measure",-18}{"value",7}   {"95 % interval",-18}over");
        foreach (var (name, measure) in measures)
        {
            screen.Line(measure.Value is { } value
                ? string.Create(CultureInfo.InvariantCulture, $"  {name,-18}{value,7:0.000}   {IntervalOf(measure),-18}{measure.Units}")
                : $"  {name,-18}{"-",7}   {measure.Reason}");
        }
    }

    private static string IntervalOf(Measure measure) =>
        measure.Interval is { } interval ? string.Create(CultureInfo.InvariantCulture, $"{interval.Low:0.000} to {interval.High:0.000}") : "";
}
