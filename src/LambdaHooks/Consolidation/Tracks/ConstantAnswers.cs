namespace LambdaHooks.Consolidation.Tracks;

/// <summary>Finds workers who give one label nearly always where the others' labels vary: that is no judgement.</summary>
internal sealed class ConstantAnswers
{
    private const double ConstantFrom = 0.95;
    private const double VariedUpTo = 0.7;
    private const int LeastAnswers = 20;
    private const int LeastWorkers = 3;

    private readonly SortedDictionary<string, SortedDictionary<string, Dictionary<string, int>>> topics = new(StringComparer.Ordinal);

    /// <summary>Adds one label.</summary>
    public void Add(string topic, string worker, string label)
    {
        if (!topics.TryGetValue(topic, out var workers))
        {
            topics.Add(topic, workers = new(StringComparer.Ordinal));
        }

        if (!workers.TryGetValue(worker, out var labels))
        {
            workers.Add(worker, labels = new(StringComparer.Ordinal));
        }

        labels[label] = labels.GetValueOrDefault(label) + 1;
    }

    /// <summary>Each worker who answers constantly, with the reason.</summary>
    public Dictionary<string, string> Find()
    {
        var constant = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var workers in topics.Values.Where(w => w.Count >= LeastWorkers))
        {
            var pool = workers.Values.SelectMany(l => l).GroupBy(l => l.Key, l => l.Value, StringComparer.Ordinal).Select(g => g.Sum()).ToArray();
            if (pool.Max() > VariedUpTo * pool.Sum())
            {
                continue;
            }

            foreach (var (worker, labels) in workers)
            {
                var all = labels.Values.Sum();
                if (all >= LeastAnswers && labels.Values.Max() >= ConstantFrom * all)
                {
                    constant[worker] = "constant-answer: gives one label nearly always where the others' labels vary";
                }
            }
        }

        return constant;
    }
}
