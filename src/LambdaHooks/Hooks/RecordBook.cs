using LambdaHooks.Datasets;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>The training records of one batch: built from every finished object, written beside the job's output.</summary>
internal sealed class RecordBook(IObjectStore store, ObjectUri? place, string? kmsKeyId, string job)
{
    private readonly JsonLines preferences = new();
    private readonly JsonLines segments = new();
    private string? problem;

    /// <summary>What the whole batch comes to; null where that could not be told.</summary>
    public BatchWire? Batch { get; set; }

    /// <summary>Adds what one finished object gives.</summary>
    public void Add(ObjectDraft draft)
    {
        var result = new ObjectResult(job, draft.Id, draft.Consolidated!)
        {
            Prompt = draft.Context?.Prompt,
            PromptId = draft.Context?.PromptId,
            Media = draft.Media(),
        };
        if (PreferencePair.From(result) is { } pair)
        {
            preferences.Add(pair);
            draft.Pairs = 1;
        }

        var before = segments.Count;
        foreach (var segment in SftSegment.From(result))
        {
            segments.Add(segment);
        }

        draft.Segments = segments.Count - before;
    }

    /// <summary>Writes what was added. Whatever goes wrong is told by <see cref="Of"/>, and fails no label.</summary>
    public async Task WriteAsync(HookContext context)
    {
        if (place is null)
        {
            problem = "no-output-place: neither the request nor the settings say where records go";
            return;
        }

        try
        {
            await WriteAsync(preferences, "preferences.jsonl", context.End).ConfigureAwait(false);
            await WriteAsync(segments, "sft.jsonl", context.End).ConfigureAwait(false);
            await WriteBatchAsync(place, context.End).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            problem = context.End.IsCancellationRequested ? "records-not-written: the invocation ended first"
                : e is StoreException ? e.Message
                : $"records-not-written: {ErrorResponse.MessageOf(e)}";
            context.Log.Write(new HookEvent("records-not-written") { Warning = true, Job = job, Reason = HookEvent.CodeOf(problem) });
        }
    }

    /// <summary>Where one object's records are.</summary>
    public RecordsWire? Of(ObjectDraft draft) => draft.Pairs + draft.Segments == 0
        ? null
        : new RecordsWire(
            draft.Pairs > 0 && problem is null ? place!.Append("preferences.jsonl").ToString() : null,
            draft.Segments > 0 && problem is null ? place!.Append("sft.jsonl").ToString() : null,
            draft.Pairs,
            draft.Segments,
            problem);

    private Task WriteBatchAsync(ObjectUri beside, CancellationToken cancel) =>
        Batch is null ? Task.CompletedTask : store.WriteAsync(beside.Append(BatchFile.Name), BatchFile.Write(Batch), "application/json", kmsKeyId, cancel);

    private Task WriteAsync(JsonLines lines, string name, CancellationToken cancel) =>
        lines.Count == 0 ? Task.CompletedTask : store.WriteAsync(place!.Append(name), lines.ToArray(), "application/jsonl", kmsKeyId, cancel);
}
