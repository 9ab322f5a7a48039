using LambdaHooks.Cli.Consolidate;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Cli.Report;

/// <summary>Which objects a report shows, in which order: those first in the review queue, then the rest as they came.</summary>
internal sealed class ReportObjects
{
    private readonly LabelShelf shelf;
    private readonly JobManifest? manifest;
    private readonly List<int> shown = [];
    private readonly HashSet<int> places = [];

    /// <param name="batch">The batch, for its review queue.</param>
    /// <param name="shelf">The labels.</param>
    /// <param name="manifest">What the objects are; null where nobody knows.</param>
    /// <param name="most">Most objects to show.</param>
    public ReportObjects(BatchWire batch, LabelShelf shelf, JobManifest? manifest, int most)
    {
        this.shelf = shelf;
        this.manifest = manifest;
        var queue = batch.Review.Select(r => shelf.PlaceOf(r.ObjectId)).OfType<int>();
        foreach (var place in queue.Concat(Enumerable.Range(0, shelf.Count)))
        {
            if (shown.Count < most && places.Add(place))
            {
                shown.Add(place);
            }
        }
    }

    /// <summary>Objects that are not shown.</summary>
    public int LeftOut => shelf.Count - shown.Count;

    /// <summary>The objects with their labels, each read when it is its turn.</summary>
    public async IAsyncEnumerable<ReportedObject> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var place in shown)
        {
            var id = shelf.Id(place);
            var (label, _) = await shelf.LoadAsync(place, cancel).ConfigureAwait(false);
            yield return new ReportedObject(Anchor(place), id, manifest?.SourceOf(id), label);
        }
    }

    /// <summary>Where an object stands in the report; null where it is left out.</summary>
    public string? AnchorOf(string id) => shelf.PlaceOf(id) is { } place && places.Contains(place) ? Anchor(place) : null;

    private static string Anchor(int place) => $"object-{place}";
}

/// <summary>One object of a report.</summary>
/// <param name="Anchor">The id of its element.</param>
/// <param name="Id">Its own id.</param>
/// <param name="Source">What it is; null where nobody knows.</param>
/// <param name="Label">Its label; null where it could not be read.</param>
internal sealed record ReportedObject(string Anchor, string Id, LineSource? Source, LabelWire? Label);
