using LambdaHooks.Answers;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Report;

/// <summary>What is said about an object beside its tracks.</summary>
internal sealed class AnswerSections(HtmlWriter html, LabelWire label, WorkerNames workers)
{
    private const int MostPosterior = 6;
    private const int MostRejections = 100;

    public void Write()
    {
        WriteTranscript();
        WriteClip();
        WritePreference();
        WriteRejections();
        foreach (var notice in label.Notices ?? [])
        {
            html.Element("p", notice, ("class", "note"));
        }
    }

    /// <summary>The most likely labels with their probabilities.</summary>
    public static void WritePosterior(HtmlWriter html, IReadOnlyDictionary<string, double>? posterior)
    {
        var separator = "";
        foreach (var (value, probability) in (posterior ?? new Dictionary<string, double>()).Take(MostPosterior))
        {
            html.Text(separator);
            html.Element("bdi", Folded.Tip(value));
            html.Text($" {Figures.Share(probability)}");
            separator = ", ";
        }

        if (posterior?.Count > MostPosterior)
        {
            html.Text($" and {Figures.Count(posterior.Count - MostPosterior)} more");
        }
    }

    private void WriteTranscript()
    {
        if (label.Transcript is not { } transcript)
        {
            return;
        }

        html.Element("h4", $"Transcript, confidence {Figures.Share(transcript.Confidence)}");
        using (html.Open("blockquote"))
        {
            Folded.Write(html, transcript.Text, label.Clip?.GetValueOrDefault(transcript.Question)?.Words);
        }
    }

    private void WriteClip()
    {
        if (label.Clip is not { Count: > 0 } clip)
        {
            return;
        }

        HtmlTable.Write(
            html, "Answers about the whole clip", ["Question", "Answer", "#Confidence", "Posterior, rating or spread", "Each worker", "Why to look"], clip, WriteQuestion);
    }

    private void WriteQuestion(KeyValuePair<string, ClipWire> question, int column)
    {
        var answer = question.Value;
        switch (column)
        {
            case 0:
                html.Element("bdi", Folded.Tip(question.Key));
                break;
            case 1:
                Folded.Write(html, TextOf(answer.Value), answer.Words);
                break;
            case 2:
                html.Text(Figures.Share(answer.Confidence));
                break;
            case 3:
                WriteFigures(answer);
                break;
            case 4:
                WriteEvidence(answer);
                break;
            default:
                html.Text(FlagWords.Of(answer.Flags));
                break;
        }
    }

    private void WriteFigures(ClipWire answer)
    {
        WritePosterior(html, answer.Posterior);
        if (answer.Rating is { } rating)
        {
            html.Text($"adjusted {Figures.Share(rating.Adjusted)}, mean {Figures.Share(rating.Mean)}, deviation {Figures.Share(rating.Deviation)}, {Figures.Count(rating.Count)} ratings");
        }
        else if (answer.Spread is { } spread)
        {
            html.Text($"± {Figures.Number(spread)}");
        }
    }

    private void WriteEvidence(ClipWire answer)
    {
        using (html.Open("details"))
        {
            html.Element("summary", $"{Figures.Count(answer.Workers.Count)} answers");
            using (html.Open("ul"))
            {
                foreach (var given in answer.Workers)
                {
                    using (html.Open("li"))
                    {
                        html.Element("bdi", workers[given.Worker]);
                        html.Text(": ");
                        Folded.Write(html, TextOf(given.Value));
                    }
                }
            }
        }
    }

    private void WritePreference()
    {
        if (label.Preference is not { } preference)
        {
            return;
        }

        html.Element("h4", "Preference, best first");
        using (html.Open("p"))
        {
            html.Element("bdi", string.Join(" > ", preference.Order.Select(c => $"{c} ({Figures.Number(preference.Scores.GetValueOrDefault(c))})")));
        }

        HtmlTable.Write(html, "Candidates, pair by pair", ["Better", "Other", "#Margin", "#Agreement", "#Workers"], preference.Pairs, WritePair);
        HtmlTable.Write(html, "What each worker preferred", ["Worker", "Shown", "#Strength", "Why"], preference.Workers, WritePreferring);
    }

    private void WritePair(ComparedPairWire pair, int column)
    {
        if (column < 2)
        {
            html.Element("bdi", column == 0 ? pair.Chosen : pair.Rejected);
        }
        else
        {
            html.Text(column switch
            {
                2 => $"{Figures.Share(pair.Margin)}{(pair.Tie ? " (tie)" : "")}",
                3 => Figures.Share(pair.Agreement),
                _ => Figures.Count(pair.Workers),
            });
        }
    }

    private void WritePreferring(PreferenceEvidenceWire given, int column)
    {
        switch (column)
        {
            case 0:
                html.Element("bdi", workers[given.Worker]);
                break;
            case 1:
                html.Element("bdi", given.Ranking is { } ranking ? string.Join(" > ", ranking.Select(r => string.Join(" = ", r))) : string.Join(", ", given.Order));
                break;
            case 2:
                html.Text(given.Tie ? "tie" : Figures.Number(given.Strength));
                break;
            default:
                Folded.Write(html, string.Join("; ", given.Reasons ?? []));
                break;
        }
    }

    private void WriteRejections()
    {
        if (label.Rejections is not { Count: > 0 } rejections)
        {
            return;
        }

        HtmlTable.Write(html, "What was not used", ["Worker", "Part", "Reason", "What was written"], rejections.Take(MostRejections), WriteRejection);
        if (rejections.Count > MostRejections)
        {
            html.Element("p", $"{Figures.Count(rejections.Count - MostRejections)} further rejections are in the label.", ("class", "note"));
        }
    }

    private void WriteRejection(RejectionWire rejection, int column) => Folded.Write(html, column switch
    {
        0 => workers[rejection.Worker],
        1 => rejection.Part ?? "whole answer",
        2 => rejection.Reason,
        _ => rejection.Raw ?? $"kept at {rejection.RawUri}",
    });

    private static string TextOf(ClipAnswer answer) => answer switch
    {
        ClipAnswer.Choice choice => choice.Label,
        ClipAnswer.Options set => string.Join(", ", set.Values.Where(v => v.Value).Select(v => v.Key).Order(StringComparer.Ordinal).DefaultIfEmpty("none")),
        ClipAnswer.Number number => Figures.Number(number.Value),
        ClipAnswer.Text text => text.Value,
        _ => "",
    };
}
