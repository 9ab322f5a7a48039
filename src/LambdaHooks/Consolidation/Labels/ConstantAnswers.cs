namespace LambdaHooks.Consolidation.Labels;

/// <summary>A worker who answers a question always the same, where others do not.</summary>
/// <param name="Worker">Who.</param>
/// <param name="Question">Which question.</param>
/// <param name="Share">Share of their most frequent answer, 0.95 to 1.</param>
/// <param name="PoolShare">Share of the others' most frequent answer, up to 0.7.</param>
/// <param name="Answers">How many answers they gave.</param>
internal sealed record ConstantAnswer(string Worker, string Question, double Share, double PoolShare, int Answers);

/// <summary>
/// Finds constant answers: at least ten, at least 95 % of them the same, while the others give no answer in more than 70 % of theirs, and
/// it is no accident: somebody who answers like the others would hardly (one in a thousand) give this answer so often.
/// </summary>
internal static class ConstantAnswers
{
    private const int LeastAnswers = 10;
    private const double LeastShare = 0.95;
    private const double MostPoolShare = 0.7;
    private const double MostAccident = 0.001;

    /// <summary>Those of one question, by worker.</summary>
    public static IEnumerable<ConstantAnswer> Of(ClipQuestion question)
    {
        var table = question.Table;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var own = table.Workers.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToArray();
        foreach (var (_, worker, value) in table.Answers)
        {
            if (question.KeyOf(value) is { } key)
            {
                counts[key] = counts.GetValueOrDefault(key) + 1;
                own[worker][key] = own[worker].GetValueOrDefault(key) + 1;
            }
        }

        var all = counts.Values.Sum();
        for (var worker = 0; worker < own.Length; worker++)
        {
            if (Find(own[worker], counts, all) is var (share, poolShare, answers))
            {
                yield return new ConstantAnswer(table.Workers[worker], table.Question, share, poolShare, answers);
            }
        }
    }

    private static (double Share, double PoolShare, int Answers)? Find(Dictionary<string, int> own, Dictionary<string, int> counts, int all)
    {
        var answers = own.Values.Sum();
        var others = all - answers;
        if (answers < LeastAnswers || others < LeastAnswers)
        {
            return null;
        }

        var same = own.Values.Max();
        var share = same / (double)answers;
        var label = own.First(o => o.Value == same).Key;
        if (share < LeastShare || Math.Pow((counts[label] - same) / (double)others, same) > MostAccident)
        {
            return null;
        }

        var poolShare = counts.Max(c => c.Value - own.GetValueOrDefault(c.Key)) / (double)others;
        return poolShare <= MostPoolShare ? (share, poolShare, answers) : null;
    }
}
