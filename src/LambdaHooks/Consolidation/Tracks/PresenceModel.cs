namespace LambdaHooks.Consolidation.Tracks;

/// <summary>
/// How likely something is there, given who marked it and who looked and did not: Bayes' rule with each worker's rate of hits and of
/// stray marks, both estimated from the batch and shrunk towards what is usual.
/// </summary>
internal sealed class PresenceModel
{
    /// <summary>With fewer openers, nobody can tell a miss from a stray mark.</summary>
    private const int LeastOpeners = 3;
    private const double UsualHits = 0.9;
    private const double UsualStrays = 0.05;
    private const double Strength = 10;
    private const double LeastHits = 0.6;
    private const double MostHits = 0.98;
    private const double LeastStrays = 0.01;
    private const double MostStrays = 0.4;

    private readonly Dictionary<string, Counts> counts = new(StringComparer.Ordinal);

    /// <summary>Learns from a track; a partition tells nothing, since its pieces are nobody's marks one by one.</summary>
    public void Add(StudiedTrack track)
    {
        if (track.Openers.Count < LeastOpeners || track.Kind == TrackKind.Partition)
        {
            return;
        }

        var marked = new bool[track.Openers.Count];
        var sums = new Counts[marked.Length];
        foreach (var cluster in track.Clusters)
        {
            Count(marked, TrackPresence.Mark(track.Openers, cluster, marked), sums);
        }

        for (var i = 0; i < sums.Length; i++)
        {
            counts[track.Openers[i]] = counts.GetValueOrDefault(track.Openers[i]) + sums[i];
        }
    }

    /// <summary>What the marks on one track say.</summary>
    /// <param name="openers">Workers whose answers count and who opened the track, by name.</param>
    public TrackPresence On(IReadOnlyList<string> openers)
    {
        var (marked, missed) = (new double[openers.Count], new double[openers.Count]);
        for (var i = 0; i < marked.Length; i++)
        {
            var (hits, strays) = RatesOf(openers[i]);
            (marked[i], missed[i]) = (Math.Log(hits / strays), Math.Log((1 - hits) / (1 - strays)));
        }

        return new TrackPresence(openers, marked, missed);
    }

    private static void Count(bool[] marked, int support, Counts[] sums)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            var others = support - (marked[i] ? 1 : 0);
            var confirmed = others * 2 > marked.Length - 1;
            sums[i] += new Counts(
                marked[i] && confirmed ? 1 : 0,
                confirmed ? 1 : 0,
                marked[i] && others == 0 ? 1 : 0,
                marked[i] ? 1 : 0);
        }
    }

    private (double Hits, double Strays) RatesOf(string worker)
    {
        var so = counts.GetValueOrDefault(worker);
        var hits = (so.Hits + (Strength * UsualHits)) / (so.Confirmed + Strength);
        var strays = (so.Strays + (Strength * UsualStrays)) / (so.Marks + Strength);
        return (Math.Clamp(hits, LeastHits, MostHits), Math.Clamp(strays, LeastStrays, MostStrays));
    }

    private readonly record struct Counts(int Hits, int Confirmed, int Strays, int Marks)
    {
        public static Counts operator +(Counts a, Counts b) => new(a.Hits + b.Hits, a.Confirmed + b.Confirmed, a.Strays + b.Strays, a.Marks + b.Marks);
    }
}
