using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Consolidate;

/// <summary>What labels say by themselves about their batch: plain counts, for where the batch's own file could not be written.</summary>
internal sealed class LabelTally(string job)
{
    private readonly SortedDictionary<string, WorkerWire> workers = new(StringComparer.Ordinal);
    private readonly SortedSet<string> names = new(StringComparer.Ordinal);
    private readonly List<ReviewItemWire> review = [];
    private int objects;
    private int consolidated;
    private int answers;
    private int rejections;

    /// <summary>Everybody who is named in a label, ordinally.</summary>
    public IReadOnlyCollection<string> Names => names;

    /// <summary>Objects that have a label.</summary>
    public int Consolidated => consolidated;

    /// <summary>Adds one label; null for one that could not be read.</summary>
    public void Add(string id, LabelWire? label)
    {
        objects++;
        consolidated += label is { Error: null } ? 1 : 0;
        answers += label?.Workers?.Count ?? 0;
        rejections += label?.Rejections?.Count ?? 0;
        foreach (var worker in label?.Workers ?? [])
        {
            workers[worker.Worker] = worker;
            _ = names.Add(worker.Worker);
        }

        names.UnionWith(label?.Rejections?.Select(r => r.Worker).Where(w => w.Length > 0) ?? []);
        if (label?.Review is { } doubt)
        {
            review.Add(new ReviewItemWire(id, doubt.Priority, doubt.Reasons));
        }
    }

    /// <summary>The batch as far as its labels tell; without figures of agreement.</summary>
    public BatchWire ToBatch() => new(
        job, objects, consolidated, answers, rejections, [.. workers.Values], [], [], [.. review.OrderByDescending(r => r.Priority).ThenBy(r => r.ObjectId, ObjectOrder.Instance)]);
}
