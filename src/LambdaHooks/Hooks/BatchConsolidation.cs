using System.Diagnostics;
using LambdaHooks.Consolidation;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>
/// Consolidates a batch: first what it says about its workers, then each object by itself, on every core there is.
/// </summary>
/// <remarks>
/// Objects go through in portions, each from answers to label and records: so a batch of thousands never holds all its answers' evidence
/// both as objects and as JSON.
/// </remarks>
internal sealed class BatchConsolidation(ObjectGuard guard, LabelWriter labels, RecordBook records, PostAnnotationSettings settings, string job, HookContext context)
{
    private const int Portion = 64;

    /// <summary>Heap that may gather beside what was left the last time; 64 MiB.</summary>
    private const long MostGarbage = 64L << 20;

    private long kept = GC.GetTotalMemory(forceFullCollection: false);

    /// <summary>
    /// Gives every draft its label. Objects not reached before the deadline stay unfinished. Nothing here waits for the end: when it comes,
    /// what remains is to say what was done, and that always takes place.
    /// </summary>
    public async Task RunAsync(IReadOnlyList<ObjectDraft> drafts)
    {
        var study = Study(drafts);
        var measuring = AgreementAsync(study);
        var tally = new BatchTally();
        foreach (var portion in drafts.Chunk(Portion))
        {
            CollectNowAndThen();
            _ = Parallel.ForEach(portion.Where(d => d.WasRead && !context.Deadline.IsCancellationRequested), draft => Consolidate(draft, study));
            foreach (var draft in portion.Where(d => d.Consolidated is not null))
            {
                guard.Run(draft, () => records.Add(draft));
            }

            Array.ForEach(portion, tally.Add);
            _ = await measuring.ConfigureAwait(false);
            Array.ForEach(portion, draft => study?.Forget(draft.Answers));
            await Parallel.ForEachAsync(portion, CancellationToken.None, (draft, _) => LabelAsync(draft)).ConfigureAwait(false);
        }

        records.Batch = await measuring.ConfigureAwait(false) is { } agreement ? BatchMapping.Map(job, tally, study!, agreement) : null;
    }

    /// <summary>How much the workers agree, told while the first objects are consolidated; null where there was no time, or it cannot be told.</summary>
    private async Task<BatchAgreement?> AgreementAsync(BatchStudy? study)
    {
        if (study is null || context.Deadline.IsCancellationRequested)
        {
            return null;
        }

        try
        {
            return await Task.Run(() => study.Agreement(settings.Agreement)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            context.Log.Write(new HookEvent("agreement-not-measured") { Warning = true, Job = job, Reason = e.GetType().Name });
            return null;
        }
    }

    /// <summary>
    /// What a portion was made of is garbage after it, but the collector sees a large machine and waits, and a function is limited in what
    /// it holds. Collecting goes through all that is kept, so it waits until there may be half as much again: then all collections of a batch
    /// together cost a few times what the last one does.
    /// </summary>
    private void CollectNowAndThen()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > kept + Math.Max(kept / 2, MostGarbage))
        {
            GC.Collect();
            kept = GC.GetTotalMemory(forceFullCollection: false);
        }
    }

    /// <summary>
    /// What the batch says. Null where it cannot be told together: then each object is studied by itself, so that one that cannot be keeps
    /// nobody else from a label. Null too where the deadline came first: then no object is begun.
    /// </summary>
    private BatchStudy? Study(IReadOnlyList<ObjectDraft> drafts)
    {
        try
        {
            return BatchStudy.Until(drafts.Where(d => d.WasRead).Select(d => d.Answers), settings.Consolidation, context.Deadline);
        }
        catch (OperationCanceledException) when (context.Deadline.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            context.Log.Write(new HookEvent("batch-not-studied") { Warning = true, Job = job, Reason = e.GetType().Name });
            return null;
        }
    }

    private void Consolidate(ObjectDraft draft, BatchStudy? study)
    {
        var started = Stopwatch.GetTimestamp();
        guard.Run(draft, () => Fill(draft, study));
        context.Log.Write(new HookEvent("object-consolidated")
        {
            Job = job,
            ObjectId = draft.Id,
            Count = draft.Answers.Answers.Count,
            Reason = draft.Error is null ? null : HookEvent.CodeOf(draft.Error),
            Duration = Stopwatch.GetElapsedTime(started),
        });
    }

    private async ValueTask LabelAsync(ObjectDraft draft)
    {
        byte[]? label = null;
        await guard.RunAsync(draft, async () => label = await labels.WriteAsync(draft, context.End).ConfigureAwait(false), CancellationToken.None).ConfigureAwait(false);
        draft.Label = label ?? PostAnnotationResponse.Label(new LabelWire { Error = draft.Error });
        draft.ForgetSources();
    }

    private void Fill(ObjectDraft draft, BatchStudy? study)
    {
        if (draft.Answers.Answers.Count == 0)
        {
            draft.Error = draft.Rejections.Count == 0 ? "no-answers: nobody answered" : "no-usable-answers: every answer was rejected";
            return;
        }

        draft.Consolidated = Consolidator.Consolidate(draft.Answers, study ?? BatchStudy.Of([draft.Answers], settings.Consolidation));
        draft.Error = null;
    }
}
