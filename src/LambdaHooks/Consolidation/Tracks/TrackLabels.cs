using System.Runtime.InteropServices;
using LambdaHooks.Consolidation.Labels;

namespace LambdaHooks.Consolidation.Tracks;

/// <summary>The labels of all segments of one category in a batch, by one label model: who errs how is learned from all of them.</summary>
/// <remarks>
/// Marks of excluded workers are in the model with no weight, so their labels are possible ones and no votes. Where nobody counts, the
/// most frequent label is told, since nothing else can be.
/// </remarks>
internal sealed class TrackLabels
{
    private readonly List<SegmentCluster> items = [];
    private readonly Dictionary<int, string> gold = [];
    private readonly WorkerRoster roster;
    private readonly ConsolidationSettings settings;
    private readonly Lazy<(string[] Labels, LabelPosteriors Posteriors)> estimate;

    private TrackLabels(WorkerRoster roster, ConsolidationSettings settings)
    {
        (this.roster, this.settings) = (roster, settings);
        estimate = new(Estimate);
    }

    /// <summary>The label models of a batch, by category; gives each track the number of its first segment.</summary>
    /// <param name="all">Every track of the batch, in order.</param>
    /// <param name="roster">Who counts.</param>
    /// <param name="settings">What is known from elsewhere.</param>
    public static SortedDictionary<string, TrackLabels> Study(IEnumerable<StudiedTrack> all, WorkerRoster roster, ConsolidationSettings settings)
    {
        var categories = new SortedDictionary<string, TrackLabels>(StringComparer.Ordinal);
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
        var voters = items[item].Placers();
        var label = LabelOf(voters[0]);
        if (Array.Exists(voters, v => LabelOf(v) != label))
        {
            return items[item].Counts ? Decided(item) : MostFrequent(voters);
        }

        var probability = items[item].Counts && voters.Length > 1 ? estimate.Value.Posteriors.ConfidenceOf(item) : 1;
        return new FusedLabel(NullIfEmpty(label), probability, [], false);
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

    /// <summary>For each worker, adds the posteriors of their labels where somebody else who counts labelled the same, and how many those are.</summary>
    public void AddAccuracies(Dictionary<string, (double Right, int Labels)> sums)
    {
        var (labels, posteriors) = estimate.Value;
        var numbers = labels.Select((l, i) => (Label: l, Number: i)).ToDictionary(l => l.Label, l => l.Number, StringComparer.Ordinal);
        for (var item = 0; item < items.Count; item++)
        {
            if (!items[item].Counts)
            {
                continue;
            }

            foreach (var mark in items[item].Members)
            {
                if (!mark.PresenceOnly && items[item].IsPlacedByAnotherThan(mark.Worker) && roster.Knows(mark.Worker))
                {
                    ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, mark.Worker, out _);
                    sum = (sum.Right + posteriors.Of(item, numbers.GetValueOrDefault(LabelOf(mark), -1)), sum.Labels + 1);
                }
            }
        }
    }

    /// <summary>Lets go of segments whose labels were asked for; nothing can be asked of them again.</summary>
    public void Forget(int first, int count)
    {
        for (var item = first; item < first + count; item++)
        {
            items[item] = null!;
        }
    }

    private static string LabelOf(SegmentEvidence mark) => mark.Segment.Label ?? "";

    private static string? NullIfEmpty(string label) => label.Length == 0 ? null : label;

    private static FusedLabel MostFrequent(SegmentEvidence[] voters)
    {
        (string Label, double Probability)[] shares =
        [
            .. voters.GroupBy(LabelOf, StringComparer.Ordinal)
                .Select(g => (Label: g.Key, Probability: g.Count() / (double)voters.Length))
                .OrderByDescending(s => s.Probability)
                .ThenBy(s => s.Label, StringComparer.Ordinal),
        ];
        return new FusedLabel(NullIfEmpty(shares[0].Label), shares[0].Probability, shares, true);
    }

    private FusedLabel Decided(int item)
    {
        var (labels, posteriors) = estimate.Value;
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

    private (string[] Labels, LabelPosteriors Posteriors) Estimate()
    {
        var (labelNames, workerNames) = (new NumberedNames(), new NumberedNames());
        var answers = new List<LabelAnswer>(items.Sum(i => i.Members.Count));
        for (var item = 0; item < items.Count; item++)
        {
            foreach (var mark in items[item].Counts ? items[item].Placers() : [])
            {
                if (roster.Knows(mark.Worker))
                {
                    answers.Add(new LabelAnswer(item, workerNames.NumberOf(mark.Worker), labelNames.NumberOf(LabelOf(mark))));
                }
            }
        }

        foreach (var label in gold.Values)
        {
            _ = labelNames.NumberOf(label);
        }

        var (labels, labelOrder) = labelNames.InOrder();
        var (workers, workerOrder) = workerNames.InOrder();
        foreach (ref var answer in CollectionsMarshal.AsSpan(answers))
        {
            answer = answer with { Worker = workerOrder[answer.Worker], Label = labelOrder[answer.Label] };
        }

        return (labels, DawidSkene.Estimate(ProblemOf(answers, workers, labels), DawidSkeneOptions.Default));
    }

    private LabelProblem ProblemOf(List<LabelAnswer> answers, string[] workers, string[] labels) => new(items.Count, workers.Length, labels.Length, answers)
    {
        Weights = [.. workers.Select(roster.WeightOf)],
        Gold = gold.ToDictionary(g => g.Key, g => Array.BinarySearch(labels, g.Value, StringComparer.Ordinal)),
        KnownAccuracies = workers.Select((w, i) => (Number: i, Worker: w))
            .Where(w => settings.KnownReliabilities.ContainsKey(w.Worker))
            .ToDictionary(w => w.Number, w => settings.KnownReliabilities[w.Worker]),
    };
}
