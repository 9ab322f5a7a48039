using System.Globalization;

namespace LambdaHooks.Cli.Report;

/// <summary>
/// Draws the rows of a track as SVG. Places are percentages of the width, so the picture fits any page without distorting its letters;
/// marks that overlap within a row go to further lanes of it.
/// </summary>
/// <param name="html">Where to.</param>
/// <param name="span">Seconds from the left edge to the right; over 0.</param>
internal sealed class TrackPicture(HtmlWriter html, decimal span)
{
    private const int Lane = 24;
    private const int Axis = 20;
    private const int Ticks = 8;
    private const decimal LongScale = 120;

    /// <summary>Marks drawn in a row; more would be thinner than a pixel each.</summary>
    private const int MostMarks = 400;

    /// <summary>Lanes of a row; deeper overlaps are drawn over one another.</summary>
    private const int MostLanes = 12;

    /// <summary>Narrowest share of the width, in percent, that has room for letters.</summary>
    private const double LeastForText = 1.5;

    /// <summary>Narrower marks, instants above all, are drawn as a line.</summary>
    private const double LeastForRectangle = 0.15;

    /// <summary>True where all marks have one label, which then says less than their texts.</summary>
    private bool showsTexts;

    /// <summary>Draws names on the left and rows on the right.</summary>
    /// <param name="id">An id that no other picture has.</param>
    /// <param name="title">What is drawn.</param>
    /// <param name="rows">Top to bottom.</param>
    public void Write(string id, string title, IReadOnlyList<TrackRow> rows)
    {
        showsTexts = rows.SelectMany(r => r.Marks).Select(m => m.Label).Distinct().Count() == 1;
        var lanes = rows.Select(r => LanesOf(r.Marks.Take(MostMarks))).ToArray();
        using (html.Open("div", ("class", "track")))
        {
            WriteNames(rows, lanes);
            var height = lanes.Sum(l => l.Length * Lane) + Axis;
            using (html.Open("svg", ("role", "img"), ("height", Whole(height)), ("data-span", Figures.Exact(span)), ("aria-labelledby", $"{id}-title {id}-desc")))
            {
                html.Element("title", title, ("id", $"{id}-title"));
                html.Element("desc", Describe(rows), ("id", $"{id}-desc"));
                WriteAxis(height);
                var top = 0;
                foreach (var (row, placed) in rows.Zip(lanes))
                {
                    WriteRow(row, placed, top);
                    top += placed.Length * Lane;
                }
            }
        }

        foreach (var row in rows.Where(r => r.Marks.Count > MostMarks))
        {
            html.Element("p", $"{row.Name}: only the first {MostMarks} of {Figures.Count(row.Marks.Count)} marks are drawn.", ("class", "note"));
        }

        html.Line();
    }

    private void WriteNames(IReadOnlyList<TrackRow> rows, List<TrackMark>[][] lanes)
    {
        using (html.Open("ul"))
        {
            foreach (var (row, placed) in rows.Zip(lanes))
            {
                using (html.Open("li", ("style", $"height:{Whole(placed.Length * Lane)}px"), ("class", ClassOf(row.Kind)), ("title", row.Name)))
                {
                    html.Element("bdi", row.Name);
                    html.Text(row.Kind == RowKind.Excluded ? " (excluded)" : "");
                }
            }
        }
    }

    private void WriteAxis(int height)
    {
        var bottom = Whole(height - Axis);
        using (html.Open("g", ("class", "axis")))
        {
            for (var at = 0m; at <= span; at += Step())
            {
                var x = $"{Percent(at)}%";
                using (html.Open("line", ("x1", x), ("x2", x), ("y1", "0"), ("y2", bottom)))
                {
                }

                html.Element("text", Figures.Clock(at, span > LongScale), ("x", x), ("y", Whole(height - 4)), ("text-anchor", at == 0 ? "start" : Percent(at) > 96 ? "end" : "middle"));
            }
        }
    }

    /// <summary>1, 2 or 5 times a power of ten, so that at most eight of them make the span.</summary>
    private decimal Step()
    {
        for (var power = 0.000001m; ; power *= 10)
        {
            foreach (var factor in (decimal[])[1, 2, 5])
            {
                if (power * factor * Ticks >= span)
                {
                    return power * factor;
                }
            }
        }
    }

    private void WriteRow(TrackRow row, IReadOnlyList<TrackMark>[] lanes, int top)
    {
        using (html.Open("g", ("class", ClassOf(row.Kind))))
        {
            using (html.Open("rect", ("class", row.Kind == RowKind.Fused ? "lane fused" : "lane"), ("width", "100%"), ("y", Whole(top + 1)), ("height", Whole((lanes.Length * Lane) - 2))))
            {
            }

            for (var lane = 0; lane < lanes.Length; lane++)
            {
                foreach (var mark in lanes[lane])
                {
                    WriteMark(row.Kind, mark, top + (lane * Lane));
                }
            }
        }
    }

    private void WriteMark(RowKind kind, TrackMark mark, int top)
    {
        var (left, width) = (Percent(mark.Start), Percent(mark.End - mark.Start));
        using (html.Open("g", ("class", mark.Unused ? "mark out" : "mark"), ("data-start", Figures.Exact(mark.Start)), ("data-end", Figures.Exact(mark.End))))
        {
            html.Element("title", TipOf(mark));
            if (width < LeastForRectangle)
            {
                WriteLine(left, left, top + 3, top + Lane - 3, LabelColors.Line(mark.Label), "3");
            }
            else
            {
                WriteRectangle(kind, mark, left, width, top);
            }

            if (mark.Spread is { } spread)
            {
                WriteWhisker(mark.Start, spread.Start, top);
                WriteWhisker(mark.End, spread.End, top);
            }
        }
    }

    private void WriteRectangle(RowKind kind, TrackMark mark, double left, double width, int top)
    {
        (string, string?)[] place = [("x", $"{Figures.Percent(left)}%"), ("y", Whole(top + 3)), ("width", $"{Figures.Percent(width)}%"), ("height", Whole(Lane - 6))];
        if (mark.Confidence is not null)
        {
            // Under a fill that shines through, paper: its letters are black whatever the page's colour is.
            using (html.Open("rect", [.. place, ("rx", "3"), ("fill", "#fff")]))
            {
            }
        }

        var opacity = mark.Confidence is { } confidence ? Figures.Number(0.35 + (0.65 * Math.Clamp(confidence, 0, 1))) : null;
        using (html.Open("rect",
        [
            .. place, ("class", "segment"), ("rx", "3"), ("fill", LabelColors.Fill(mark.Label)), ("fill-opacity", opacity), ("stroke", LabelColors.Line(mark.Label)),
            ("stroke-width", kind == RowKind.Fused ? "2" : "1"), ("stroke-dasharray", kind == RowKind.Candidates ? "4 3" : null),
        ]))
        {
        }

        if (mark.PresenceOnly)
        {
            using (html.Open("rect", [.. place, ("fill", "url(#hatch)")]))
            {
            }
        }

        var caption = CaptionOf(mark);
        if (width >= LeastForText && caption.Length > 0)
        {
            using (html.Open("svg", place))
            {
                html.Element("text", caption, ("x", "4"), ("y", "13"));
            }
        }
    }

    /// <summary>How far the workers' boundaries lie around a consolidated one.</summary>
    private void WriteWhisker(decimal at, decimal deviation, int top)
    {
        if (deviation <= 0)
        {
            return;
        }

        var (from, to) = (Percent(Math.Max(0, at - deviation)), Percent(Math.Min(span, at + deviation)));
        var middle = top + Lane - 5;
        WriteLine(from, to, middle, middle, null, null);
        WriteLine(from, from, middle - 3, middle + 3, null, null);
        WriteLine(to, to, middle - 3, middle + 3, null, null);
    }

    private void WriteLine(double from, double to, int top, int bottom, string? stroke, string? width)
    {
        using (html.Open("line",
            ("class", stroke is null ? "spread" : null), ("x1", $"{Figures.Percent(from)}%"), ("x2", $"{Figures.Percent(to)}%"), ("y1", Whole(top)), ("y2", Whole(bottom)), ("stroke", stroke), ("stroke-width", width)))
        {
        }
    }

    private double Percent(decimal seconds) => (double)(seconds * 100 / span);

    private static List<TrackMark>[] LanesOf(IEnumerable<TrackMark> marks)
    {
        var lanes = new List<List<TrackMark>> { new() };
        foreach (var mark in marks)
        {
            var free = lanes.Find(l => l.Count == 0 || l[^1].End <= mark.Start);
            if (free is null && lanes.Count < MostLanes)
            {
                lanes.Add(free = []);
            }

            (free ?? lanes[^1]).Add(mark);
        }

        return [.. lanes];
    }

    private string CaptionOf(TrackMark mark)
    {
        var what = mark.Label is null || (showsTexts && mark.Text.Length > 0) ? Folded.Tip(mark.Text) : Folded.Tip(mark.Label);
        return mark.Confidence is { } confidence ? $"{Figures.Share(confidence)} {what}" : what;
    }

    private static string TipOf(TrackMark mark)
    {
        var spread = mark.Spread is { } s ? $"\nstart ± {Figures.Seconds(s.Start)} s, end ± {Figures.Seconds(s.End)} s" : "";
        var role = mark.PresenceOnly ? "\ncovers several segments, so it moves no boundary" : mark.Unused ? "\nnot used" : "";
        return $"{Figures.Exact(mark.Start)} to {Figures.Exact(mark.End)} s\n{(mark.Label is null ? "no label" : Folded.Tip(mark.Label))}{(mark.Confidence is { } c ? $", confidence {Figures.Share(c)}" : "")}{spread}{role}{(mark.Text.Length > 0 ? $"\n{Folded.Tip(mark.Text)}" : "")}";
    }

    private string Describe(IReadOnlyList<TrackRow> rows) =>
        $"From 0 to {Figures.Seconds(span)} s. {string.Join(", ", rows.Select(r => $"{r.Name}: {Figures.Count(r.Marks.Count)} marks"))}.";

    private static string? ClassOf(RowKind kind) => kind switch
    {
        RowKind.Excluded => "out",
        RowKind.Fused => "fused",
        _ => null,
    };

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
