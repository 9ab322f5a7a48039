using System.Text;
using System.Text.Json;
using LambdaHooks.Consolidation.Measures;

namespace LambdaHooks.Cli.Agreement;

/// <summary>Writes agreement as one JSON object; the help of the command names its members.</summary>
internal static class AgreementJson
{
    // Only ASCII is written plainly, so that no terminal obeys a name.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n" };

    /// <summary>The lines of the object.</summary>
    public static string[] Lines(AgreementReport report, AgreementSettings settings)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable))
        {
            Write(writer, report, settings);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).Split('\n');
    }

    private static void Write(Utf8JsonWriter writer, AgreementReport report, AgreementSettings settings)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("tracks");
        foreach (var track in report.Tracks)
        {
            writer.WriteStartObject();
            writer.WriteString("track", track.Track);
            WriteTrack(writer, track);
        }

        writer.WriteEndArray();
        if (report.All is { } all)
        {
            writer.WriteStartObject("all");
            WriteTrack(writer, all);
        }

        writer.WriteStartArray("labels");
        foreach (var labels in report.Labels)
        {
            WriteLabels(writer, labels);
        }

        writer.WriteEndArray();
        WriteSettings(writer, settings);
        writer.WriteStartArray("notices");
        foreach (var notice in report.Notices)
        {
            writer.WriteStringValue(notice);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTrack(Utf8JsonWriter writer, TrackFigures track)
    {
        writer.WriteNumber("clips", track.Clips);
        writer.WriteNumber("annotators", track.Annotators);
        writer.WriteNumber("segments", track.Segments);
        WriteMeasure(writer, "f1At50", track.F1At50);
        WriteMeasure(writer, "f1At75", track.F1At75);
        WriteMeasure(writer, "overlap", track.Overlap);
        WriteMeasure(writer, "gamma", track.Gamma.Gamma);
        WriteMeasure(writer, "gammaCat", track.Gamma.GammaCat);
        if (track.Gamma is { ObservedDisorder: { } observed, ExpectedDisorder: { } expected })
        {
            writer.WriteNumber("observedDisorder", observed);
            writer.WriteNumber("expectedDisorder", expected);
        }

        writer.WriteNumber("samples", track.Gamma.Samples);
        WriteMeasure(writer, "alpha", track.Alpha);
        writer.WriteEndObject();
    }

    private static void WriteLabels(Utf8JsonWriter writer, LabelFigures labels)
    {
        writer.WriteStartObject();
        writer.WriteString("track", labels.Track);
        writer.WriteNumber("items", labels.Items);
        writer.WriteNumber("annotators", labels.Annotators);
        writer.WriteNumber("answers", labels.Answers);
        writer.WriteString("level", labels.Level.ToString().ToLowerInvariant());
        WriteMeasure(writer, "alpha", labels.Alpha);
        writer.WriteEndObject();
    }

    private static void WriteSettings(Utf8JsonWriter writer, AgreementSettings settings)
    {
        writer.WriteStartObject("settings");
        writer.WriteNumber("alpha", settings.Gamma.Alpha);
        writer.WriteNumber("beta", settings.Gamma.Beta);
        writer.WriteNumber("deltaEmpty", settings.Gamma.DeltaEmpty);
        writer.WriteNumber("samples", settings.Gamma.Samples);
        writer.WriteNumber("seed", settings.Gamma.Seed);
        writer.WriteNumber("resamples", settings.Resamples);
        writer.WriteEndObject();
    }

    private static void WriteMeasure(Utf8JsonWriter writer, string name, Measure measure)
    {
        writer.WriteStartObject(name);
        if (measure.Value is { } value)
        {
            writer.WriteNumber("value", value);
        }
        else
        {
            writer.WriteString("reason", measure.Reason);
        }

        if (measure.Interval is { } interval)
        {
            writer.WriteNumber("low", interval.Low);
            writer.WriteNumber("high", interval.High);
        }

        writer.WriteNumber("over", measure.Units);
        writer.WriteEndObject();
    }
}
