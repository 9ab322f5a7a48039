namespace LambdaHooks.Consolidation.Tracks;

/// <summary>
/// What a batch's segments say about its workers: for each, the median over partners of their mean likeness on shared tracks.
/// </summary>
/// <remarks>
/// Tracks that both left empty are skipped: agreeing that nothing is there says little. The median over partners keeps one bad
/// partner from spoiling a good worker's figure.
/// </remarks>
/// <param name="isOut">True for a worker who is left out whatever the batch says: measured by the others, and no measure of anybody.</param>
internal sealed class SegmentReliability(Func<string, bool> isOut)
{
    private const double CopyFrom = 0.9;
    private const int LeastMarksOfACopy = 20;

    private readonly SortedDictionary<string, SortedDictionary<string, Shared>> partners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> sharedTracks = new(StringComparer.Ordinal);

    /// <summary>Adds what one data object says. Objects come in a fixed order, since sums of fractions depend on it.</summary>
    public void Add(ObjectAnswers answers)
    {
        foreach (var track in answers.Tracks.Values)
        {
            var told = new HashSet<int>();
            foreach (var (a, b, agreement) in track.Pairs)
            {
                var marks = track.Workers[a].Segments.Count + track.Workers[b].Segments.Count;
                if (marks > 0)
                {
                    Note(track.Workers[a].Worker, track.Workers[b].Worker, agreement, marks);
                    Note(track.Workers[b].Worker, track.Workers[a].Worker, agreement, marks);
                    Tell(a, b);
                    Tell(b, a);
                }
            }

            foreach (var place in told)
            {
                var worker = track.Workers[place].Worker;
                sharedTracks[worker] = sharedTracks.GetValueOrDefault(worker) + 1;
            }

            void Tell(int place, int partner)
            {
                if (!isOut(track.Workers[partner].Worker))
                {
                    _ = told.Add(place);
                }
            }
        }
    }

    /// <summary>The worker's figure, 0 to 1; null where they shared nothing.</summary>
    public double? Of(string worker)
    {
        double[] figures = partners.TryGetValue(worker, out var shared)
            ? [.. shared.Where(s => !isOut(s.Key)).Select(s => s.Value.Likeness / s.Value.Tracks).Order()]
            : [];
        return figures.Length == 0 ? null : Median.Of(figures);
    }

    /// <summary>Tracks the figure rests on.</summary>
    public int SharedTracks(string worker) => sharedTracks.GetValueOrDefault(worker);

    /// <summary>Partners with whom nearly all marks are almost exactly the same.</summary>
    public IReadOnlyList<string> Copies(string worker) => partners.TryGetValue(worker, out var shared)
        ? [.. shared.Where(s => s.Value.Marks >= 2 * LeastMarksOfACopy && s.Value.Equal >= CopyFrom * s.Value.Marks).Select(s => s.Key)]
        : [];

    private void Note(string worker, string partner, PairAgreement agreement, int marks)
    {
        if (!partners.TryGetValue(worker, out var shared))
        {
            partners.Add(worker, shared = new(StringComparer.Ordinal));
        }

        var so = shared.GetValueOrDefault(partner);
        shared[partner] = new Shared(so.Likeness + agreement.Likeness, so.Tracks + 1, so.Equal + (agreement.Equal * marks), so.Marks + marks);
    }

    private readonly record struct Shared(double Likeness, int Tracks, double Equal, int Marks);
}
