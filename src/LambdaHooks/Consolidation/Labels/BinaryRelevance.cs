namespace LambdaHooks.Consolidation.Labels;

/// <summary>Whether one worker set one check box of one item, all three by index.</summary>
/// <param name="Item">What was answered, from 0.</param>
/// <param name="Worker">Who answered, from 0.</param>
/// <param name="Option">Which box, from 0.</param>
/// <param name="IsSet">Whether it was set.</param>
public readonly record struct OptionAnswer(int Item, int Worker, int Option, bool IsSet);

/// <summary>Check boxes: each option is a question of its own with the labels "not set" (0) and "set" (1).</summary>
/// <remarks>Items and workers of an option are only those that answered it, so memory grows with the answers and not with items × options.</remarks>
public static class BinaryRelevance
{
    /// <summary>Estimates every option.</summary>
    /// <param name="options">How many options there are.</param>
    /// <param name="answers">What was answered, in any order.</param>
    /// <param name="gold">States known to be right, by item and option; null where none are.</param>
    /// <param name="known">Accuracies of workers known from elsewhere; null where none are.</param>
    /// <param name="weights">How much each worker counts, 0 for none; empty where all count alike.</param>
    /// <param name="how">How each option is estimated.</param>
    public static IReadOnlyList<OptionPosteriors> Estimate(
        int options,
        IReadOnlyList<OptionAnswer> answers,
        IReadOnlyDictionary<(int Item, int Option), bool>? gold,
        IReadOnlyDictionary<int, double>? known,
        IReadOnlyList<double> weights,
        DawidSkeneOptions how)
    {
        OptionAnswer[] sorted = [.. answers];
        Array.Sort(sorted, static (a, b) => a.Option != b.Option ? a.Option.CompareTo(b.Option) : a.Item != b.Item ? a.Item.CompareTo(b.Item) : a.Worker != b.Worker ? a.Worker.CompareTo(b.Worker) : a.IsSet.CompareTo(b.IsSet));
        var estimates = new OptionPosteriors[options];
        var next = 0;
        for (var option = 0; option < options; option++)
        {
            var first = next;
            while (next < sorted.Length && sorted[next].Option == option)
            {
                next++;
            }

            estimates[option] = EstimateOne(sorted.AsSpan(first, next - first), option, gold, known, weights, how);
        }

        return estimates;
    }

    private static OptionPosteriors EstimateOne(
        ReadOnlySpan<OptionAnswer> answers,
        int option,
        IReadOnlyDictionary<(int Item, int Option), bool>? gold,
        IReadOnlyDictionary<int, double>? known,
        IReadOnlyList<double> weights,
        DawidSkeneOptions how)
    {
        var (items, workers) = (new List<int>(), new List<int>());
        foreach (var answer in answers)
        {
            items.Add(answer.Item);
            workers.Add(answer.Worker);
        }

        int[] itemsHere = [.. items.Distinct().Order()];
        int[] workersHere = [.. workers.Distinct().Order()];
        var votes = new LabelAnswer[answers.Length];
        for (var a = 0; a < votes.Length; a++)
        {
            votes[a] = new LabelAnswer(Array.BinarySearch(itemsHere, answers[a].Item), Array.BinarySearch(workersHere, answers[a].Worker), answers[a].IsSet ? 1 : 0);
        }

        var problem = new LabelProblem(itemsHere.Length, workersHere.Length, 2, votes)
        {
            Weights = weights.Count == 0 ? [] : [.. workersHere.Select(w => weights[w])],
            KnownAccuracies = Here<double>(workersHere, w => known is not null && known.TryGetValue(w, out var accuracy) ? accuracy : null),
            Gold = Here<int>(itemsHere, i => gold is not null && gold.TryGetValue((i, option), out var set) ? (set ? 1 : 0) : null),
        };
        return new OptionPosteriors(itemsHere, DawidSkene.Estimate(problem, how));
    }

    private static Dictionary<int, T> Here<T>(int[] here, Func<int, T?> find)
        where T : struct
    {
        var found = new Dictionary<int, T>();
        for (var i = 0; i < here.Length; i++)
        {
            if (find(here[i]) is { } value)
            {
                found.Add(i, value);
            }
        }

        return found;
    }
}

/// <summary>What the answers to one check box come to.</summary>
public sealed class OptionPosteriors
{
    private readonly int[] items;
    private readonly LabelPosteriors posteriors;

    internal OptionPosteriors(int[] items, LabelPosteriors posteriors) => (this.items, this.posteriors) = (items, posteriors);

    /// <summary>True where the box is more likely set than not; of equals the state more frequent in the batch, then not set.</summary>
    public bool IsSet(int item) => Place(item) is >= 0 and var place && posteriors.BestOf(place) == 1;

    /// <summary>Probability of <see cref="IsSet"/>'s answer, 0 to 1; 0 for an item whose box nobody was shown.</summary>
    public double ConfidenceOf(int item) => Place(item) is >= 0 and var place ? posteriors.ConfidenceOf(place) : 0;

    /// <summary>True where nothing decides; see <see cref="LabelPosteriors.IsOpen"/>.</summary>
    public bool IsOpen(int item) => Place(item) is >= 0 and var place && posteriors.IsOpen(place);

    private int Place(int item) => Array.BinarySearch(items, item);
}
