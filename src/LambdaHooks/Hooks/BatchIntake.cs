using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>Reads a whole payload: a draft for every object that can be named, several objects at a time.</summary>
internal sealed class BatchIntake(AnswerIntake intake, SideStore side, ObjectGuard guard)
{
    private const int Readers = 16;

    /// <summary>The drafts, in the payload's order. Objects not reached before the deadline stay unread.</summary>
    public async Task<ObjectDraft[]> ReadAsync(ReadOnlyMemory<byte> payload, string job, HookContext context)
    {
        var index = Payload.Index(payload);
        await KeepUnnamedAsync(index.Unnamed, job, context).ConfigureAwait(false);
        ObjectDraft[] drafts = [.. index.Objects.Select(o => new ObjectDraft(o.Id))];
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = context.Deadline };
            await Parallel.ForAsync(0, drafts.Length, options, async (i, cancel) =>
                await guard.RunAsync(drafts[i], () => intake.ReadAsync(drafts[i], index.Objects[i], cancel), cancel).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.Deadline.IsCancellationRequested)
        {
            context.Log.Write(new HookEvent("deadline") { Warning = true, Job = job });
        }

        return drafts;
    }

    /// <summary>What has no id cannot be answered for; it is kept beside the output, so that nobody's work is lost.</summary>
    private async Task KeepUnnamedAsync(IReadOnlyList<ReadOnlyMemory<byte>> unnamed, string job, HookContext context)
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
