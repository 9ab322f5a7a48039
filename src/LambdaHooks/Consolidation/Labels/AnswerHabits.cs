namespace LambdaHooks.Consolidation.Labels;

/// <summary>A worker who answers one thing always the same, where others do not.</summary>
/// <param name="Worker">Who.</param>
/// <param name="Topic">Which question, or category of segments.</param>
/// <param name="Share">Share of their most frequent answer, 0.95 to 1.</param>
/// <param name="PoolShare">Share of the others' most frequent answer, up to 0.7.</param>
/// <param name="Answers">How many answers they gave.</param>
internal sealed record ConstantAnswer(string Worker, string Topic, double Share, double PoolShare, int Answers);

/// <summary>
/// How often each worker gave each answer to one thing, to find constant ones: at least ten, at least 95 % of them the same, while the
/// others give no answer in more than 70 % of theirs, and it is no accident: somebody who answers like the others would hardly (one in a
/// thousand) give this answer so often.
/// </summary>
internal sealed class AnswerHabits(string topic)
{
    private const int LeastAnswers = 10;
    private const double LeastShare = 0.95;
    private const double MostPoolShare = 0.7;
    private const double MostAccident = 0.001;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Dictionary<string, int>> workers = new(StringComparer.Ordinal);

    /// <summary>Adds one answer.</summary>
    public void Add(string worker, string answer)
    {
        if (!workers.TryGetValue(worker, out var own))
        {
            workers.Add(worker, own = new(StringComparer.Ordinal));
        }

        counts[answer] = counts.GetValueOrDefault(answer) + 1;
        own[answer] = own.GetValueOrDefault(answer) + 1;
    }

    /// <summary>Those who answer constantly, by worker.</summary>
    public IEnumerable<ConstantAnswer> Constant()
    {
        var all = counts.Values.Sum();
        foreach (var (worker, own) in workers)
        {
            if (Find(own, all) is var (share, poolShare, answers))
            {
                yield return new ConstantAnswer(worker, topic, share, poolShare, answers);
            }
        }
    }

    private (double Share, double PoolShare, int Answers)? Find(Dictionary<string, int> own, int all)
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
