namespace LambdaHooks.Consolidation;

/// <summary>
/// What a whole batch says about its workers: for each, the median over partners of their mean agreement on shared tracks.
/// </summary>
/// <remarks>
/// Tracks that both left empty are skipped: agreeing that nothing is there says little. Estimated from the batch alone, so
/// provisional; nobody is excluded by it in this version.
/// </remarks>
public sealed class BatchReliability
{
    private readonly SortedDictionary<string, SortedDictionary<string, (double Sum, int Count)>> partners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> sharedTracks = new(StringComparer.Ordinal);

    /// <summary>Adds what one data object says.</summary>
    /// <param name="answers">Its usable answers.</param>
    public void Add(ObjectAnswers answers)
    {
        foreach (var track in answers.Tracks.Values)
        {
            var telling = track.Pairs.Where(p => track.Workers[p.A].Segments.Count + track.Workers[p.B].Segments.Count > 0).ToArray();
            foreach (var (a, b, agreement) in telling)
            {
                Note(track.Workers[a].Worker, track.Workers[b].Worker, agreement.F1);
                Note(track.Workers[b].Worker, track.Workers[a].Worker, agreement.F1);
            }

            foreach (var place in telling.SelectMany(p => new[] { p.A, p.B }).Distinct())
            {
                var worker = track.Workers[place].Worker;
                sharedTracks[worker] = sharedTracks.GetValueOrDefault(worker) + 1;
            }
        }
    }

    /// <summary>The worker's figure so far; null reliability for a worker who shared nothing.</summary>
    public WorkerReliability Of(string worker)
    {
        if (!partners.TryGetValue(worker, out var shared))
        {
            return new WorkerReliability(worker, null, 0, null);
        }

        var means = shared.Values.Select(s => s.Sum / s.Count).Order().ToArray();
        return new WorkerReliability(worker, Median.Of(means), sharedTracks[worker], null);
    }

    /// <summary>
    /// How far to believe a worker nobody else can confirm: their reliability, or the mean of everybody's where they share nothing with
    /// others, or 1 where nobody shares anything.
    /// </summary>
    internal double TrustIn(string worker) =>
        Of(worker).Reliability ?? (partners.Count == 0 ? 1 : partners.Keys.Average(w => Of(w).Reliability!.Value));

    private void Note(string worker, string partner, double agreement)
    {
        if (!partners.TryGetValue(worker, out var shared))
        {
            partners.Add(worker, shared = new(StringComparer.Ordinal));
        }

        var (sum, count) = shared.GetValueOrDefault(partner);
        shared[partner] = (sum + agreement, count + 1);
    }
}
