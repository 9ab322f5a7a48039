using System.Diagnostics;
using System.Text;
using LambdaHooks.Consolidation;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>
/// Post-annotation: several workers' answers in, one label a data object out, with preference pairs and SFT segment records written
/// beside the job's output.
/// </summary>
/// <remarks>
/// The response has exactly one entry for every <c>datasetObjectId</c>, in order. Every object starts unfinished, and nothing that one
/// object, answer or read does can take another's label away. The same payload gives the same bytes under the same keys.
/// </remarks>
/// <param name="store">Where payloads and output lie.</param>
/// <param name="roles">Stores for other roles; needed when the settings ask for the job's role.</param>
/// <param name="settings">What the process was told.</param>
public sealed class PostAnnotationHook(IObjectStore store, IRoleStores? roles, PostAnnotationSettings settings) : IHook
{
    private const long MostPayloadBytes = 1L << 30;
    private const int Readers = 16;

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> HandleAsync(ReadOnlyMemory<byte> request, HookContext context)
    {
        var asked = PostAnnotationRequest.Read(request);

        // However late it is: without the payload nobody knows which objects to answer for.
        var jobStore = await StoreForAsync(asked, context.End).ConfigureAwait(false);
        using var assumed = settings.AssumeJobRole ? jobStore as IDisposable : null;
        var payload = await PayloadAsync(asked, jobStore, context.End).ConfigureAwait(false);
        var place = OutputPlace.Of(asked, payload.Span, settings.Output);
        var (drafts, unnamed) = await ReadAsync(asked, payload, jobStore, context).ConfigureAwait(false);
        var side = new SideStore(jobStore, place, asked.KmsKeyId);
        await KeepUnnamedAsync(unnamed, side, asked.Job, context).ConfigureAwait(false);

        Consolidate(drafts, asked.Job, context);
        var records = new RecordBook(jobStore, place, asked.KmsKeyId, asked.Job);
        foreach (var draft in drafts.Where(d => d.Consolidated is not null))
        {
            Guard(draft, asked.Job, context, () => records.Add(draft));
        }

        await records.WriteAsync(context).ConfigureAwait(false);
        var labels = await LabelsAsync(drafts, asked, side, records, context).ConfigureAwait(false);
        return PostAnnotationResponse.Write(asked.LabelAttributeName, drafts.Zip(labels, (d, l) => (d.Id, (ReadOnlyMemory<byte>)l)));
    }

    private async Task<IObjectStore> StoreForAsync(PostAnnotationRequest asked, CancellationToken cancel) =>
        !settings.AssumeJobRole ? store
        : asked.RoleArn is null ? throw new HookException("roleArn", "is missing, and this function is told to assume it")
        : roles is null ? throw new HookException("roleArn", "cannot be assumed: this host has no roles")
        : await roles.AssumeAsync(asked.RoleArn, cancel).ConfigureAwait(false);

    private static async Task<ReadOnlyMemory<byte>> PayloadAsync(PostAnnotationRequest asked, IObjectStore jobStore, CancellationToken cancel)
    {
        if (asked.InlinePayload is not null)
        {
            return asked.InlinePayload;
        }

        if (!ObjectUri.TryParse(asked.PayloadUri, out var uri))
        {
            throw new HookException("payload.s3Uri", "is not s3://bucket/key");
        }

        try
        {
            return await jobStore.ReadAllAsync(uri, MostPayloadBytes, cancel).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            throw new HookException("payload.s3Uri", e.Message);
        }
    }

    private async Task<(ObjectDraft[] Drafts, IReadOnlyList<ReadOnlyMemory<byte>> Unnamed)> ReadAsync(
        PostAnnotationRequest asked, ReadOnlyMemory<byte> payload, IObjectStore jobStore, HookContext context)
    {
        var index = Payload.Index(payload);
        ObjectDraft[] drafts = [.. index.Objects.Select(o => new ObjectDraft(o.Id))];
        var contexts = new TaskContexts(settings.State is null ? null : new HookState(store, settings.State), asked.Job);
        var intake = new AnswerIntake(jobStore, contexts);
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = context.Deadline };
            await Parallel.ForAsync(0, drafts.Length, options, async (i, cancel) =>
                await GuardAsync(drafts[i], asked.Job, context, () => intake.ReadAsync(drafts[i], index.Objects[i], cancel), cancel).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.Deadline.IsCancellationRequested)
        {
            context.Log.Write(new HookEvent("deadline") { Warning = true, Job = asked.Job });
        }

        return (drafts, index.Unnamed);
    }

    private static void Consolidate(ObjectDraft[] drafts, string job, HookContext context)
    {
        var reliability = new BatchReliability();
        ObjectDraft[] read = [.. drafts.Where(d => d.WasRead)];
        foreach (var draft in read)
        {
            Guard(draft, job, context, () => reliability.Add(draft.Answers));
        }

        foreach (var draft in read.TakeWhile(_ => !context.Deadline.IsCancellationRequested))
        {
            var started = Stopwatch.GetTimestamp();
            Guard(draft, job, context, () => Consolidate(draft, reliability));
            context.Log.Write(new HookEvent("object-consolidated")
            {
                Job = job,
                ObjectId = draft.Id,
                Count = draft.Answers.Answers.Count,
                Reason = draft.Error is null ? null : HookEvent.CodeOf(draft.Error),
                Duration = Stopwatch.GetElapsedTime(started),
            });
        }
    }

    private static void Consolidate(ObjectDraft draft, BatchReliability reliability)
    {
        if (draft.Answers.Answers.Count == 0)
        {
            draft.Error = draft.Rejections.Count == 0 ? "no-answers: nobody answered" : "no-usable-answers: every answer was rejected";
            return;
        }

        draft.Consolidated = Consolidator.Consolidate(draft.Answers, reliability);
        draft.Error = null;
    }

    private static async Task<byte[][]> LabelsAsync(ObjectDraft[] drafts, PostAnnotationRequest asked, SideStore side, RecordBook records, HookContext context)
    {
        var writer = new LabelWriter(side, records);
        var labels = new byte[drafts.Length][];
        for (var i = 0; i < drafts.Length; i++)
        {
            labels[i] = await LabelAsync(drafts[i], writer, asked.Job, context).ConfigureAwait(false);
        }

        var longestId = drafts.Length == 0 ? 0 : drafts.Max(d => Encoding.UTF8.GetMaxByteCount(d.Id.Length));
        await new LabelSpill(side).SpillAsync(labels, longestId + Encoding.UTF8.GetMaxByteCount(asked.LabelAttributeName.Length), context.End).ConfigureAwait(false);
        return labels;
    }

    private static async Task<byte[]> LabelAsync(ObjectDraft draft, LabelWriter writer, string job, HookContext context)
    {
        byte[]? label = null;
        await GuardAsync(draft, job, context, async () => label = await writer.WriteAsync(draft, context.End).ConfigureAwait(false), context.End).ConfigureAwait(false);
        return label ?? PostAnnotationResponse.Label(new LabelWire { Error = draft.Error });
    }

    private static void Guard(ObjectDraft draft, string job, HookContext context, Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Fail(draft, job, context, e);
        }
    }

    private static async Task GuardAsync(ObjectDraft draft, string job, HookContext context, Func<Task> work, CancellationToken cancel)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // A cancellation nobody asked for is a store's own time-out, and a fault like any other.
            Fail(draft, job, context, e);
        }
    }

    /// <summary>One object's fault stays one object's fault, whatever it is; the payload keeps what was written.</summary>
    private static void Fail(ObjectDraft draft, string job, HookContext context, Exception e)
    {
        draft.Consolidated = null;
        draft.Error = $"internal-error: {ErrorResponse.MessageOf(e)}";
        context.Log.Write(new HookEvent("object-failed") { Warning = true, Job = job, ObjectId = draft.Id, Reason = e.GetType().Name });
    }

    /// <summary>What has no id cannot be answered for; it is kept beside the output, so that nobody's work is lost.</summary>
    private static async Task KeepUnnamedAsync(IReadOnlyList<ReadOnlyMemory<byte>> unnamed, SideStore side, string job, HookContext context)
    {
        foreach (var bytes in unnamed)
        {
            _ = await side.KeepAsync("rejected", bytes, "txt", "text/plain; charset=utf-8", context.End).ConfigureAwait(false);
        }

        if (unnamed.Count > 0)
        {
            context.Log.Write(new HookEvent("objects-without-id") { Warning = true, Job = job, Count = unnamed.Count });
        }
    }
}
