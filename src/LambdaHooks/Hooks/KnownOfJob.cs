using LambdaHooks.Consolidation;
using LambdaHooks.GroundTruth;

namespace LambdaHooks.Hooks;

/// <summary>
/// Finds what is known about a job before its batch is consolidated: what the process was told, else what somebody put beside the state as
/// <c>known/{job}.json</c>.
/// </summary>
/// <remarks>What cannot be read stops no batch: its answers are consolidated without it, and every label says so.</remarks>
internal sealed class KnownOfJob(HookState? state, ConsolidationSettings told, HookContext context)
{
    /// <summary>What is known, and what to tell on every label.</summary>
    public async Task<(ConsolidationSettings Settings, string? Notice)> FindAsync(string job)
    {
        if (state is null || told != ConsolidationSettings.Default || !IsName(job))
        {
            return (told, null);
        }

        try
        {
            return (await state.FindKnownAsync(job, context.Deadline).ConfigureAwait(false) is { } known ? KnownSettings.Of(known) : told, null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            context.Log.Write(new HookEvent("known-not-read") { Warning = true, Job = job, Reason = e.GetType().Name });
            return (told, $"known-not-read: what is known about the job was left out, since {HookState.KnownName(job)} cannot be read: {(e is StoreException ? e.Message : ErrorResponse.MessageOf(e))}");
        }
    }

    /// <summary>Ground Truth's names are fit for a key; whatever else a request may say is not.</summary>
    private static bool IsName(string job) => job.Length > 0 && job.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
