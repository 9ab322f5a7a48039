using LambdaHooks.Answers;

namespace LambdaHooks.Consolidation;

/// <summary>Fuses answers to whole-clip questions, each by its shape.</summary>
internal static class ClipFusion
{
    /// <summary>One fused answer a question, ordered by question. Where shapes differ, the shape most workers used counts.</summary>
    public static IReadOnlyList<ConsolidatedClipAnswer> Fuse(IReadOnlyList<Answer> answers)
    {
        var questions = answers
            .OrderBy(a => a.Worker, StringComparer.Ordinal)
            .SelectMany(a => a.Clip.Select(c => (Question: c.Key, a.Worker, c.Value)))
            .GroupBy(c => c.Question, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal);
        return [.. questions.Select(q => FuseQuestion(q.Key, [.. q.Select(c => (c.Worker, c.Value))]))];
    }

    private static ConsolidatedClipAnswer FuseQuestion(string question, IReadOnlyList<(string Worker, ClipAnswer Value)> evidence)
    {
        var shape = Vote.Most(evidence.Select(e => (e.Value.GetType().Name, 1.0)), StringComparer.Ordinal).Winner;
        ClipAnswer[] values = [.. evidence.Select(e => e.Value).Where(v => v.GetType().Name == shape)];
        var (value, confidence, spread) = values[0] switch
        {
            ClipAnswer.Choice => FuseChoices([.. values.Cast<ClipAnswer.Choice>()]),
            ClipAnswer.Options => FuseOptions([.. values.Cast<ClipAnswer.Options>()]),
            ClipAnswer.Number => FuseNumbers([.. values.Cast<ClipAnswer.Number>()]),
            _ => FuseTexts([.. values.Cast<ClipAnswer.Text>()]),
        };
        return new ConsolidatedClipAnswer(question, value, confidence, spread, evidence);
    }

    private static (ClipAnswer Value, double? Confidence, double? Spread) FuseChoices(ClipAnswer.Choice[] choices)
    {
        var (winner, share) = Vote.Most(choices.Select(c => (c.Label, 1.0)), StringComparer.Ordinal);
        return (new ClipAnswer.Choice(winner), share, null);
    }

    private static (ClipAnswer Value, double? Confidence, double? Spread) FuseTexts(ClipAnswer.Text[] texts)
    {
        var (text, similarity) = TextVote.Choose([.. texts.Select(t => t.Value)]);
        return (new ClipAnswer.Text(text), similarity, null);
    }

    private static (ClipAnswer Value, double? Confidence, double? Spread) FuseNumbers(ClipAnswer.Number[] numbers)
    {
        double[] sorted = [.. numbers.Select(n => n.Value).Order()];
        var median = Median.Of(sorted);
        return (new ClipAnswer.Number(median), null, Median.Of([.. sorted.Select(v => Math.Abs(v - median)).Order()]));
    }

    private static (ClipAnswer Value, double? Confidence, double? Spread) FuseOptions(ClipAnswer.Options[] sets)
    {
        string[] options = [.. sets.SelectMany(s => s.Values.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return sets.All(IsRadio) ? FuseRadio(sets, options) : FuseCheckBoxes(sets, options);
    }

    private static bool IsRadio(ClipAnswer.Options set) => set.Values.Count > 1 && set.Values.Values.Count(v => v) == 1;

    private static (ClipAnswer Value, double? Confidence, double? Spread) FuseRadio(ClipAnswer.Options[] sets, string[] options)
    {
        var (winner, share) = Vote.Most(sets.Select(s => (s.Values.First(v => v.Value).Key, 1.0)), StringComparer.Ordinal);
        return (new ClipAnswer.Options(options.ToDictionary(o => o, o => o == winner)), share, null);
    }

    private static (ClipAnswer Value, double? Confidence, double? Spread) FuseCheckBoxes(ClipAnswer.Options[] sets, string[] options)
    {
        var fused = new Dictionary<string, bool>();
        var behind = 0.0;
        foreach (var option in options)
        {
            var set = sets.Count(s => s.Values.GetValueOrDefault(option));
            fused[option] = set * 2 > sets.Length;
            behind += Math.Max(set, sets.Length - set) / (double)sets.Length;
        }

        return (new ClipAnswer.Options(fused), options.Length == 0 ? 1 : behind / options.Length, null);
    }
}
