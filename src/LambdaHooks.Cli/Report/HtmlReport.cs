using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Report;

/// <summary>
/// A job's report as one HTML file that needs nothing else: no script, no network, no fonts or pictures from elsewhere. Objects are
/// written one by one, so its length is bounded by what is asked for and not by memory.
/// </summary>
/// <param name="batch">What the whole job comes to.</param>
/// <param name="objects">The objects to show.</param>
/// <param name="workers">What to call workers.</param>
/// <param name="notices">What was odd, a line each.</param>
internal sealed class HtmlReport(BatchWire batch, ReportObjects objects, WorkerNames workers, IReadOnlyList<string> notices)
{
    /// <summary>Even if something slipped through the escaping, no browser would run or fetch it.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>What marks are filled with that move no boundary; every picture refers to it.</summary>
    private const string Hatch = """
        <svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="#111" stroke-opacity=".45" stroke-width="2"></line></pattern></defs></svg>
        """;

    private static readonly (string Id, string Title)[] Sections =
        [("summary", "Summary"), ("agreement", "Agreement"), ("workers", "Workers"), ("review", "Review queue"), ("objects", "Objects")];

    /// <summary>Writes the report.</summary>
    public async Task WriteAsync(TextWriter output, CancellationToken cancel)
    {
        var html = new HtmlWriter(output);
        html.Own("<!DOCTYPE html>\n<html lang=\"en\">\n");
        WriteHead(html);
        html.Own("<body>\n");
        html.Own(Hatch);
        WriteTop(html);
        new BatchSections(html, batch, workers, objects).Write();
        await WriteObjectsAsync(html, cancel).ConfigureAwait(false);
        html.Own("</body>\n</html>\n");
    }

    private void WriteHead(HtmlWriter html)
    {
        using (html.Open("head"))
        {
            html.Void("meta", ("charset", "utf-8"));
            html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
            html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
            // An empty picture of its own, since browsers ask the server for one otherwise.
            html.Void("link", ("rel", "icon"), ("href", "data:,"));
            html.Element("title", $"Consolidation of {batch.Job}");
            html.Own($"<style>\n{ReportStyle.Css}\n</style>");
        }

        html.Line();
    }

    private void WriteTop(HtmlWriter html)
    {
        using (html.Open("header"))
        {
            using (html.Open("h1"))
            {
                html.Text("Consolidation of ");
                html.Element("bdi", batch.Job);
            }

            using (html.Open("nav", ("aria-label", "Sections")))
            using (html.Open("ul"))
            {
                foreach (var (id, title) in Sections)
                {
                    using (html.Open("li"))
                    {
                        html.Element("a", title, ("href", $"#{id}"));
                    }
                }
            }
        }

        html.Line();
        using (html.Open("section", ("id", "summary")))
        {
            html.Element("h2", "Summary");
            WriteFacts(html);
            WriteNotices(html);
        }

        html.Line();
    }

    private void WriteFacts(HtmlWriter html)
    {
        (string Name, int Value)[] facts =
        [
            ("Objects", batch.Objects), ("Consolidated", batch.Consolidated), ("Answers used", batch.Answers), ("Rejections", batch.Rejections),
            ("Workers", batch.Workers.Count), ("Excluded", batch.Workers.Count(w => w.Excluded is not null)), ("To review", batch.Review.Count),
        ];
        using (html.Open("dl", ("class", "facts")))
        {
            foreach (var (name, value) in facts)
            {
                using (html.Open("div"))
                {
                    html.Element("dt", name);
                    html.Element("dd", Figures.Count(value));
                }
            }
        }
    }

    private void WriteNotices(HtmlWriter html)
    {
        if (notices.Count == 0)
        {
            return;
        }

        html.Element("h3", "Notices");
        using (html.Open("ul"))
        {
            foreach (var notice in notices)
            {
                using (html.Open("li"))
                {
                    Folded.Write(html, notice);
                }
            }
        }
    }

    private async Task WriteObjectsAsync(HtmlWriter html, CancellationToken cancel)
    {
        html.Own("<section id=\"objects\"><h2>Objects</h2>");
        html.Element("p", "Above each consolidated row are the workers' own rows, on the same time scale. Paler: less certain; dashed: marked by too few; hatched: covers several segments, so it moves no boundary; whiskers: how far the workers' boundaries lie around a consolidated one (median deviation); struck through: left out. Every mark tells its times, label and text when pointed at, and all consolidated segments are in the table below it.", ("class", "note"));
        if (objects.LeftOut > 0)
        {
            html.Element("p", $"{Figures.Count(objects.LeftOut)} further objects are left out; --report-objects sets how many are shown.", ("id", "left-out"));
        }

        await foreach (var item in objects.ReadAsync(cancel).ConfigureAwait(false))
        {
            new ObjectSection(html, item, workers).Write();
            html.Line();
        }

        html.Own("</section>\n");
    }
}
