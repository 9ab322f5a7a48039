namespace LambdaHooks.Consolidation.Tracks;

/// <summary>
/// How likely something is there, given who marked it and who looked and did not: Bayes' rule with each worker's rate of hits and of
/// stray marks, both estimated from the batch and shrunk towards what is usual.
/// </summary>
internal sealed class PresenceModel
{
    private const double UsualHits = 0.9;
    private const double UsualStrays = 0.05;
    private const double Strength = 10;
    private const double LeastHits = 0.6;
    private const double MostHits = 0.98;
    private const double LeastStrays = 0.01;
    private const double MostStrays = 0.4;

    private readonly Dictionary<string, Counts> counts = new(StringComparer.Ordinal);

    /// <summary>Adds a cluster of a track that at least three workers opened: with fewer, nobody can tell a miss from a stray mark.</summary>
    public void Add(SegmentCluster cluster, IReadOnlyList<string> openers)
    {
        if (openers.Count < 3)
        {
            return;
        }

        foreach (var worker in openers)
        {
            var marked = cluster.Of(worker) is not null;
            var others = cluster.Support - (marked ? 1 : 0);
            var so = counts.GetValueOrDefault(worker);
            counts[worker] = new Counts(
                so.Hits + (marked && others * 2 > openers.Count - 1 ? 1 : 0),
                so.Confirmed + (others * 2 > openers.Count - 1 ? 1 : 0),
                so.Strays + (marked && others == 0 ? 1 : 0),
                so.Marks + (marked ? 1 : 0));
        }
    }

    /// <summary>Probability that something is there, 0 to 1.</summary>
    /// <param name="openers">Workers whose answers count and who opened the track.</param>
    /// <param name="marked">Whether a worker marked it.</param>
    public double Of(IReadOnlyList<string> openers, Func<string, bool> marked)
    {
        var logOdds = 0.0;
        foreach (var worker in openers)
        {
            var (hits, strays) = RatesOf(worker);
            logOdds += marked(worker) ? Math.Log(hits / strays) : Math.Log((1 - hits) / (1 - strays));
        }

        return 1 / (1 + Math.Exp(-logOdds));
    }

    private (double Hits, double Strays) RatesOf(string worker)
    {
        var so = counts.GetValueOrDefault(worker);
        var hits = (so.Hits + (Strength * UsualHits)) / (so.Confirmed + Strength);
        var strays = (so.Strays + (Strength * UsualStrays)) / (so.Marks + Strength);
        return (Math.Clamp(hits, LeastHits, MostHits), Math.Clamp(strays, LeastStrays, MostStrays));
    }

    private readonly record struct Counts(int Hits, int Confirmed, int Strays, int Marks);
}
