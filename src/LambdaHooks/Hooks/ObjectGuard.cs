using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>Keeps one object's fault that object's fault, whatever it is; the payload keeps what was written.</summary>
internal sealed class ObjectGuard(string job, HookContext context)
{
    /// <summary>Does work on one object.</summary>
    public void Run(ObjectDraft draft, Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Fail(draft, e);
        }
    }

    /// <summary>Does work on one object. A cancellation nobody asked for is a store's own time-out, and a fault like any other.</summary>
    public async Task RunAsync(ObjectDraft draft, Func<Task> work, CancellationToken cancel)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            Fail(draft, e);
        }
    }

    private void Fail(ObjectDraft draft, Exception e)
    {
        draft.Consolidated = null;
        draft.Error = $"internal-error: {ErrorResponse.MessageOf(e)}";
        context.Log.Write(new HookEvent("object-failed") { Warning = true, Job = job, ObjectId = draft.Id, Reason = e.GetType().Name });
    }
}
