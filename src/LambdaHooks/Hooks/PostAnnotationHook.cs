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
    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> HandleAsync(ReadOnlyMemory<byte> request, HookContext context)
    {
        var asked = PostAnnotationRequest.Read(request);

        // However late it is: without the payload nobody knows which objects to answer for.
        var jobStore = await StoreForAsync(asked, context.End).ConfigureAwait(false);
        using var assumed = settings.AssumeJobRole ? jobStore as IDisposable : null;
        var (place, drafts) = await TakeInAsync(asked, jobStore, context).ConfigureAwait(false);

        var (side, guard) = (new SideStore(jobStore, place, asked.KmsKeyId), new ObjectGuard(asked.Job, context));
        var records = new RecordBook(jobStore, place, asked.KmsKeyId, asked.Job);
        var known = await TellWhatIsKnownAsync(asked.Job, drafts, context).ConfigureAwait(false);
        await new BatchConsolidation(guard, new LabelWriter(side), records, settings with { Consolidation = known }, asked.Job, context).RunAsync(drafts).ConfigureAwait(false);
        await records.WriteAsync(context).ConfigureAwait(false);

        byte[][] labels = [.. drafts.Select(d => PostAnnotationResponse.WithRecords(d.TakeLabel(), records.Of(d)))];
        await new LabelSpill(side).SpillAsync(labels, NameBytes(drafts, asked), context.End).ConfigureAwait(false);
        return PostAnnotationResponse.Write(asked.LabelAttributeName, drafts.Zip(labels, (d, l) => (d.Id, (ReadOnlyMemory<byte>)l)));
    }

    /// <summary>Reads the answers. In a method of its own, since the payload is half of all that a large batch needs, and of no use after it.</summary>
    private async Task<(ObjectUri? Place, ObjectDraft[] Drafts)> TakeInAsync(PostAnnotationRequest asked, IObjectStore jobStore, HookContext context)
    {
        var payload = await PayloadFetch.ReadAsync(asked, jobStore, context.End).ConfigureAwait(false);
        var place = OutputPlace.Of(asked, payload.Span, settings.Output);
        var contexts = new TaskContexts(State(), asked.Job);
        var intake = new BatchIntake(new AnswerIntake(jobStore, contexts), new SideStore(jobStore, place, asked.KmsKeyId), new ObjectGuard(asked.Job, context));
        return (place, await intake.ReadAsync(payload, asked.Job, context).ConfigureAwait(false));
    }

    private async Task<ConsolidationSettings> TellWhatIsKnownAsync(string job, ObjectDraft[] drafts, HookContext context)
    {
        var (known, notice) = await new KnownOfJob(State(), settings.Consolidation, context).FindAsync(job).ConfigureAwait(false);
        if (notice is not null)
        {
            Array.ForEach(drafts, draft => draft.Notices.Add(notice));
        }

        return known;
    }

    private HookState? State() => settings.State is null ? null : new HookState(store, settings.State);

    private async Task<IObjectStore> StoreForAsync(PostAnnotationRequest asked, CancellationToken cancel) =>
        !settings.AssumeJobRole ? store
        : asked.RoleArn is null ? throw new HookException("roleArn", "is missing, and this function is told to assume it")
        : roles is null ? throw new HookException("roleArn", "cannot be assumed: this host has no roles")
        : await roles.AssumeAsync(asked.RoleArn, cancel).ConfigureAwait(false);

    private static int NameBytes(ObjectDraft[] drafts, PostAnnotationRequest asked) =>
        Encoding.UTF8.GetMaxByteCount(asked.LabelAttributeName.Length + drafts.Select(d => d.Id.Length).DefaultIfEmpty().Max());
}
