using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Report;

/// <summary>What is said about the job as a whole: agreement, workers, and what to look at first.</summary>
internal sealed class BatchSections(HtmlWriter html, BatchWire batch, WorkerNames workers, ReportObjects objects)
{
    /// <summary>Longest review queue and longest list of workers that is read by anybody.</summary>
    private const int MostRows = 1000;

    public void Write()
    {
        WriteSection("agreement", "Agreement", WriteAgreement);
        WriteSection("workers", "Workers", WriteWorkers);
        WriteSection("review", "Review queue", WriteReview);
    }

    private void WriteSection(string id, string title, Action content)
    {
        using (html.Open("section", ("id", id)))
        {
            html.Element("h2", title);
            content();
        }

        html.Line();
    }

    private void WriteAgreement()
    {
        if (batch.Tracks.Count + batch.Questions.Count == 0)
        {
            html.Element("p", "The batch has no figures of agreement.", ("class", "note"));
            return;
        }

        html.Element("p", "In brackets: the 95 % bootstrap interval over clips. n: clips, segments or answers that a figure rests on. Where a figure is not defined, its reason stands instead.", ("class", "note"));
        if (batch.Tracks.Count > 0)
        {
            HtmlTable.Write(html, "Tracks, by category", ["Category", "Kind", "F1 at overlap ½", "Overlap", "Alpha of labels", "Gamma", "Gamma-cat"], batch.Tracks, WriteTrack);
        }

        if (batch.Questions.Count > 0)
        {
            HtmlTable.Write(html, "Questions about the whole clip", ["Question", "Measure", "Value"], batch.Questions, WriteQuestion);
        }
    }

    private void WriteTrack(CategoryAgreementWire track, int column)
    {
        if (column < 2)
        {
            html.Element("bdi", column == 0 ? track.Category : track.Kind);
            return;
        }

        MeasureWire?[] measures = [track.F1, track.Overlap, track.LabelAlpha, track.Gamma, track.GammaCat];
        html.Text(Figures.Measure(measures[column - 2]));
    }

    private void WriteQuestion(QuestionAgreementWire question, int column)
    {
        if (column == 0)
        {
            html.Element("bdi", question.Question);
        }
        else
        {
            html.Text(column == 1 ? question.Measure : Figures.Measure(question.Value));
        }
    }

    private void WriteWorkers()
    {
        HtmlTable.Write(
            html,
            "Everybody whose answer was read. Reliability, label accuracy and text reliability go from 0 to 1; a lag is how much later than the consolidated boundaries theirs lie.",
            ["Worker", "State", "#Reliability", "#Shared tracks", "#Labels right", "#Text", "#Gold", "#Lag", "Same marks as"],
            batch.Workers.Take(MostRows),
            WriteWorker);
        WriteRest(batch.Workers.Count, "workers");
    }

    private void WriteWorker(WorkerWire worker, int column)
    {
        switch (column)
        {
            case 0:
                html.Element("bdi", workers[worker.Worker]);
                break;
            case 1 when worker.Excluded is not null:
                html.Element("span", $"excluded: {worker.Excluded}", ("class", "bad"));
                break;
            case 1:
                html.Element("span", "used", ("class", "good"));
                break;
            case 2:
                html.Text($"{Figures.Share(worker.Reliability)}{(worker.Known == true ? " (known)" : "")}");
                break;
            case 8:
                html.Element("bdi", string.Join(", ", (worker.Copies ?? []).Select(c => workers[c])));
                break;
            default:
                html.Text(WorkerFigure(worker, column));
                break;
        }
    }

    private static string WorkerFigure(WorkerWire worker, int column) => column switch
    {
        3 => Figures.Count(worker.SharedTracks),
        4 => Figures.Share(worker.LabelAccuracy),
        5 => Figures.Share(worker.TextReliability),
        6 => Figures.Share(worker.GoldAgreement),
        _ => worker.LagSeconds is { } lag ? $"{(lag > 0 ? "+" : "")}{Figures.Seconds(lag)} s" : Figures.None,
    };

    private void WriteReview()
    {
        if (batch.Review.Count == 0)
        {
            html.Element("p", "Nothing is in doubt.", ("class", "note"));
            return;
        }

        HtmlTable.Write(html, "Objects in doubt, most seconds first", ["Object", "#Seconds in doubt", "Why"], batch.Review.Take(MostRows), WriteReviewItem);
        WriteRest(batch.Review.Count, "objects");
    }

    private void WriteReviewItem(ReviewItemWire item, int column)
    {
        switch (column)
        {
            case 0 when objects.AnchorOf(item.ObjectId) is { } anchor:
                using (html.Open("a", ("href", $"#{anchor}")))
                {
                    html.Element("bdi", item.ObjectId);
                }

                break;
            case 0:
                html.Element("bdi", item.ObjectId);
                break;
            case 1:
                html.Text(Figures.Number(Math.Round(item.Priority, 2)));
                break;
            default:
                html.Text(FlagWords.Of(item.Reasons));
                break;
        }
    }

    private void WriteRest(int count, string what)
    {
        if (count > MostRows)
        {
            html.Element("p", $"{Figures.Count(count - MostRows)} further {what} are in batch.json.", ("class", "note"));
        }
    }
}
