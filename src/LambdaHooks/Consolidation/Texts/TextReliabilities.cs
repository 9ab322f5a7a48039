namespace LambdaHooks.Consolidation.Texts;

/// <summary>How far each worker's texts can be believed.</summary>
public sealed class TextReliabilities
{
    private readonly IReadOnlyDictionary<string, double> byWorker;

    internal TextReliabilities(IReadOnlyDictionary<string, double> byWorker) => this.byWorker = byWorker;

    /// <summary>Nothing is known of anybody.</summary>
    public static TextReliabilities None { get; } = new(new Dictionary<string, double>());

    /// <summary>Share of a worker's words that are right, 0 to 1; null if nothing is known.</summary>
    /// <param name="worker">Opaque id of the worker.</param>
    public double? Of(string worker) => byWorker.TryGetValue(worker, out var reliability) ? reliability : null;
}
