using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Report;

/// <summary>One object: its tracks, its answers, what was preferred, and what was not used.</summary>
internal sealed class ObjectSection(HtmlWriter html, ReportedObject item, WorkerNames workers)
{
    /// <summary>Segments in a table; the label has the rest.</summary>
    private const int MostRows = 500;

    private const int MostLegend = 40;

    private static readonly string[] SegmentColumns = ["#Start", "#End", "Label", "Text", "#Confidence", "Posterior", "#Start ±", "#End ±", "Why to look"];

    public void Write()
    {
        using (html.Open("article", ("id", item.Anchor)))
        {
            WriteHeader();
            if (item.Label is not { } label)
            {
                html.Element("p", "Its label could not be read.", ("class", "bad"));
                return;
            }

            if (label.Error is { } error)
            {
                html.Element("p", error, ("class", "bad"));
            }

            WriteTracks(label);
            new AnswerSections(html, label, workers).Write();
        }
    }

    private void WriteHeader()
    {
        using (html.Open("header"))
        {
            using (html.Open("h3"))
            {
                html.Text("Object ");
                html.Element("bdi", item.Id);
            }

            if (item.Source is { } source)
            {
                html.Element("bdi", Folded.Tip(source.Text), ("class", "note"));
            }

            if (item.Label?.Review is { } review)
            {
                html.Element("span", $"{Figures.Number(Math.Round(review.Priority, 2))} s in doubt: {FlagWords.Of(review.Reasons)}", ("class", "flags"));
            }
        }

        if (item.Source?.Prompt is { Length: > 0 } prompt)
        {
            using (html.Open("p"))
            {
                html.Text("Prompt: ");
                Folded.Write(html, prompt);
            }
        }
    }

    private void WriteTracks(LabelWire label)
    {
        var tracks = (label.Tracks ?? []).Select(t => (Track: t, Rows: TrackRows.Of(label, t, workers))).ToArray();
        var span = tracks.SelectMany(t => t.Rows).SelectMany(r => r.Marks).Select(m => m.End).Append(0).Max();
        for (var i = 0; i < tracks.Length; i++)
        {
            WriteTrack(label, tracks[i].Track, tracks[i].Rows, span, $"{item.Anchor}-track-{i}");
        }
    }

    private void WriteTrack(LabelWire label, TrackWire track, IReadOnlyList<TrackRow> rows, decimal span, string id)
    {
        var name = track.Media is null ? track.Category : $"{track.Category} of {track.Media}";
        using (html.Open("figure"))
        {
            using (html.Open("figcaption"))
            {
                html.Element("bdi", name);
                html.Text($"{(track.Kind is null ? "" : $" ({track.Kind})")}{AgreementOf(label, track)}");
            }

            if (rows.All(r => r.Marks.Count == 0))
            {
                html.Element("p", $"{Figures.Count(track.OpenedBy.Count)} workers looked, nobody marked anything.", ("class", "note"));
                return;
            }

            new TrackPicture(html, Math.Max(span, 0.000001m)).Write(id, $"Track {name} of object {item.Id}", rows);
            WriteLegend(rows);
            WriteTable(track, name);
        }
    }

    private static string AgreementOf(LabelWire label, TrackWire track) =>
        label.Agreement?.FirstOrDefault(a => a.Category == track.Category && a.Media == track.Media) is { } agreement
            ? $", F1 {Figures.Share(agreement.F1)}, overlap {Figures.Share(agreement.Overlap)}, {Figures.Count(agreement.Workers)} workers"
            : "";

    private void WriteLegend(IReadOnlyList<TrackRow> rows)
    {
        string[] labels = [.. rows.SelectMany(r => r.Marks).Select(m => m.Label).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (labels.Length == 0)
        {
            return;
        }

        using (html.Open("ul", ("class", "legend"), ("aria-label", "Labels")))
        {
            foreach (var label in labels.Take(MostLegend))
            {
                using (html.Open("li", ("style", $"background:{LabelColors.Fill(label)};border-color:{LabelColors.Line(label)}")))
                {
                    html.Element("bdi", Folded.Tip(label));
                }
            }
        }

        if (labels.Length > MostLegend)
        {
            html.Element("p", $"and {Figures.Count(labels.Length - MostLegend)} further labels", ("class", "note"));
        }
    }

    private void WriteTable(TrackWire track, string name)
    {
        if (track.Segments.Count == 0)
        {
            return;
        }

        using (html.Open("details"))
        {
            html.Element("summary", $"Consolidated segments as a table ({Figures.Count(track.Segments.Count)})");
            HtmlTable.Write(html, $"Consolidated segments of {name}, times in seconds", SegmentColumns, track.Segments.Take(MostRows), WriteCell);
            if (track.Segments.Count > MostRows)
            {
                html.Element("p", $"{Figures.Count(track.Segments.Count - MostRows)} further segments are in the label.", ("class", "note"));
            }
        }
    }

    private void WriteCell(SegmentWire segment, int column)
    {
        switch (column)
        {
            case 2:
                html.Element("bdi", Folded.Tip(string.Join(", ", (segment.Labels ?? []).Prepend(segment.Label ?? Figures.None))));
                break;
            case 3:
                Folded.Write(html, segment.Text, segment.Words);
                break;
            case 5:
                AnswerSections.WritePosterior(html, segment.Posterior);
                break;
            default:
                html.Text(FigureOf(segment, column));
                break;
        }
    }

    private static string FigureOf(SegmentWire segment, int column) => column switch
    {
        0 => Figures.Exact(segment.Start),
        1 => Figures.Exact(segment.End),
        4 => Figures.Share(segment.Confidence),
        6 => segment.Spread is { } s ? Figures.Seconds(s.Start) : Figures.None,
        7 => segment.Spread is { } s ? Figures.Seconds(s.End) : Figures.None,
        _ => FlagWords.Of(segment.Flags),
    };
}
