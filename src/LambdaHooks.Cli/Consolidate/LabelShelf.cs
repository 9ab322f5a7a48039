using LambdaHooks.GroundTruth;
using LambdaHooks.Hooks;

namespace LambdaHooks.Cli.Consolidate;

/// <summary>The labels of a job. Large ones stay where the hook put them until they are asked for, one at a time.</summary>
internal sealed class LabelShelf
{
    private readonly IReadOnlyList<LabelBytes> labels;
    private readonly LabelLoader loader;
    private readonly Dictionary<string, int> places;

    public LabelShelf(IReadOnlyList<LabelBytes> labels, LabelLoader loader)
    {
        this.labels = labels;
        this.loader = loader;
        places = labels.Select((l, i) => (l.Id, Place: i)).ToDictionary(l => l.Id, l => l.Place, StringComparer.Ordinal);
    }

    public int Count => labels.Count;

    /// <summary>Id of the object at a place.</summary>
    public string Id(int place) => labels[place].Id;

    /// <summary>The place of an object; null where the job has no such object.</summary>
    public int? PlaceOf(string id) => places.TryGetValue(id, out var place) ? place : null;

    /// <summary>A label and its JSON. Where the hook moved it out of its response, both are those of the moved label; null with what stands for it where that is gone.</summary>
    public async Task<(LabelWire? Label, ReadOnlyMemory<byte> Json)> LoadAsync(int place, CancellationToken cancel)
    {
        var json = labels[place].Json;
        var inline = LabelReader.Read(json.Span, out var spilled);
        if (spilled is null)
        {
            return (inline, json);
        }

        try
        {
            var label = await loader.LoadAsync(json, cancel).ConfigureAwait(false);
            return (label, label is null ? json : PostAnnotationResponse.Label(label));
        }
        catch (Exception e) when (e is StoreException or HookException)
        {
            return (null, json);
        }
    }
}
