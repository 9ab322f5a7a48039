using LambdaHooks.Datasets.Annotations;
using LambdaHooks.GroundTruth;
using LambdaHooks.Timeline;

namespace LambdaHooks.Cli.Agreement;

/// <summary>Takes apart a label of the hooks: what each worker marked and answered, as its evidence keeps it.</summary>
/// <param name="name">The file, for messages.</param>
/// <param name="draft">Where annotations go.</param>
internal sealed class LabelEvidence(string name, AnnotationDraft draft)
{
    // A mark that covers two fused segments is evidence of both.
    private readonly HashSet<(string Track, string Clip, string Worker, Interval Interval, string? Label, string Text)> seen = [];

    /// <summary>Adds everybody's part of a label.</summary>
    /// <param name="id">The object's id.</param>
    /// <param name="utf8">The label's JSON.</param>
    /// <exception cref="AnnotationException">It is no label, or it lies elsewhere.</exception>
    public void Add(string id, ReadOnlySpan<byte> utf8)
    {
        var label = LabelReader.Read(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, out var spilled);
        if (spilled is not null)
        {
            throw Error(id, $"the label lies at {spilled.S3Uri}");
        }

        if (label is null || label.Version != 1)
        {
            throw Error(id, "no label of version 1");
        }

        foreach (var track in (label.Tracks ?? []).Concat(label.Candidates ?? []))
        {
            Add(id, track);
        }

        foreach (var (question, answer) in label.Clip ?? new Dictionary<string, ClipWire>())
        {
            foreach (var evidence in answer?.Workers ?? [])
            {
                _ = draft.TryAdd(HookFiles.LabelOf(question, id, Worker(id, evidence?.Worker), evidence!.Value ?? throw Error(id, $"{question} has evidence without a value")));
            }
        }
    }

    private void Add(string id, TrackWire? track)
    {
        var category = track?.Category ?? throw Error(id, "a track without category");
        var clip = HookFiles.ClipName(id, track.Media);
        foreach (var worker in track.OpenedBy ?? [])
        {
            draft.Open(category, clip, Worker(id, worker));
        }

        foreach (var evidence in (track.Segments ?? []).SelectMany(s => s?.Workers ?? []))
        {
            var worker = Worker(id, evidence?.Worker);
            var segment = new Segment(Between(id, evidence!.Start, evidence.End), evidence.Label) { Text = evidence.Text ?? "" };
            if (seen.Add((category, clip, worker, segment.Interval, segment.Label, segment.Text)))
            {
                draft.Add(category, clip, worker, segment);
            }
        }
    }

    private string Worker(string id, string? worker) => string.IsNullOrEmpty(worker) ? throw Error(id, "evidence of nobody") : worker;

    private Interval Between(string id, decimal start, decimal end) =>
        MediaTime.TryFromSeconds(start, out var from) && MediaTime.TryFromSeconds(end, out var to) && from <= to ? new Interval(from, to) : throw Error(id, $"evidence from {start} to {end}");

    private AnnotationException Error(string id, string problem) => new(name, $"object {id}", problem);
}
