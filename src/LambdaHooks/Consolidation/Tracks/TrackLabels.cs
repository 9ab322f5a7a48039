using LambdaHooks.Consolidation.Labels;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>The labels of all segments of one category in a batch, by one label model: who errs how is learned from all of them.</summary>
internal sealed class TrackLabels
{
    private readonly List<SegmentCluster> items = [];
    private readonly Dictionary<int, string> gold = [];
    private readonly WorkerRoster roster;
    private readonly ConsolidationSettings settings;
    private readonly Lazy<(string[] Labels, string[] Workers, LabelPosteriors Posteriors)> estimate;

    private TrackLabels(WorkerRoster roster, ConsolidationSettings settings)
    {
        (this.roster, this.settings) = (roster, settings);
        estimate = new(Estimate);
    }

    /// <summary>The label models of a batch, by category; gives each track the number of its first segment.</summary>
    /// <param name="all">Every track of the batch, in order.</param>
    /// <param name="roster">Who counts.</param>
    /// <param name="settings">What is known from elsewhere.</param>
    public static Dictionary<string, TrackLabels> Study(IEnumerable<StudiedTrack> all, WorkerRoster roster, ConsolidationSettings settings)
    {
        var categories = new Dictionary<string, TrackLabels>(StringComparer.Ordinal);
        foreach (var track in all)
        {
            if (!categories.TryGetValue(track.Key.Category, out var category))
            {
                categories.Add(track.Key.Category, category = new TrackLabels(roster, settings));
            }

            category.Add(track);
        }

        return categories;
    }

    /// <summary>The label of one segment.</summary>
    public FusedLabel Of(int item)
    {
        SegmentEvidence[] voters = [.. items[item].Labellers];
        var labels = voters.Select(v => v.Segment.Label ?? "").Distinct(StringComparer.Ordinal).Count();
        return labels > 1 ? Decided(item)
            : new FusedLabel(voters.Length == 0 ? null : NullIfEmpty(voters[0].Segment.Label ?? ""), voters.Length > 1 ? estimate.Value.Posteriors.ConfidenceOf(item) : 1, [], false);
    }

    /// <summary>The sum of posteriors of a worker's labels where somebody else labelled the same, and how many those are.</summary>
    public (double Right, int Labels) AccuracyOf(string worker)
    {
        var (right, count) = (0.0, 0);
        for (var item = 0; item < items.Count; item++)
        {
            if (items[item].Of(worker) is { } mark && items[item].Labellers.Any(l => l.Worker != worker))
            {
                var number = Array.BinarySearch(estimate.Value.Labels, mark.Segment.Label ?? "", StringComparer.Ordinal);
                right += estimate.Value.Posteriors.Of(item, number);
                count++;
            }
        }

        return (right, count);
    }

    private void Add(StudiedTrack track)
    {
        track.FirstItem = items.Count;
        foreach (var cluster in track.Clusters)
        {
            if (track.Gold is { } known && cluster.Of(known.Worker) is { } mark)
            {
                gold.Add(items.Count, mark.Segment.Label ?? "");
            }

            items.Add(cluster);
        }
    }

    private static string? NullIfEmpty(string label) => label.Length == 0 ? null : label;

    private FusedLabel Decided(int item)
    {
        var (labels, _, posteriors) = estimate.Value;
        var best = posteriors.BestOf(item);
        (string Label, double Probability)[] all =
        [
            .. posteriors.LabelsOf(item).ToArray()
                .Select(l => (Number: l, Probability: posteriors.Of(item, l)))
                .OrderByDescending(l => l.Number == best)
                .ThenByDescending(l => l.Probability)
                .ThenBy(l => l.Number)
                .Select(l => (labels[l.Number], l.Probability)),
        ];
        return new FusedLabel(NullIfEmpty(labels[best]), posteriors.ConfidenceOf(item), all, posteriors.IsOpen(item));
    }

    private (string[] Labels, string[] Workers, LabelPosteriors Posteriors) Estimate()
    {
        var marks = items.SelectMany((cluster, item) => cluster.Members.Where(m => !m.PresenceOnly && roster.Knows(m.Worker)).Select(m => (Item: item, m.Worker, Label: m.Segment.Label ?? ""))).ToArray();
        string[] labels = [.. marks.Select(m => m.Label).Concat(gold.Values).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] workers = [.. marks.Select(m => m.Worker).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var problem = new LabelProblem(items.Count, workers.Length, labels.Length, [.. marks.Select(m => new LabelAnswer(
            m.Item, Array.BinarySearch(workers, m.Worker, StringComparer.Ordinal), Array.BinarySearch(labels, m.Label, StringComparer.Ordinal)))])
        {
            Weights = [.. workers.Select(roster.WeightOf)],
            Gold = gold.ToDictionary(g => g.Key, g => Array.BinarySearch(labels, g.Value, StringComparer.Ordinal)),
            KnownAccuracies = workers.Select((w, i) => (Number: i, Worker: w))
                .Where(w => settings.KnownReliabilities.ContainsKey(w.Worker))
                .ToDictionary(w => w.Number, w => settings.KnownReliabilities[w.Worker]),
        };
        return (labels, workers, DawidSkene.Estimate(problem, DawidSkeneOptions.Default));
    }
}
