using LambdaHooks.GroundTruth;
using LambdaHooks.Media;

namespace LambdaHooks.Hooks;

/// <summary>What the hooks remember about media, for callers who can do without it: a memory that fails is told to the log.</summary>
internal sealed class MediumMemory(HookState state)
{
    /// <summary>Why there are no peaks where they were made.</summary>
    public const string NotKept = "no-peaks: the zoom levels could not be kept";

    /// <summary>The overview as it travels.</summary>
    public static PeakOverviewWire OverviewOf(PeakPyramid pyramid) => new(pyramid.Overview.Points, 8, pyramid.Overview.Data);

    /// <summary>What a listener heard, to a tenth of a LU; null where nobody listened.</summary>
    public static TaskLoudnessWire? LoudnessOf(Loudness? listener) =>
        listener is null ? null : new TaskLoudnessWire(listener.Integrated() is { } lufs && double.IsFinite(lufs) ? Math.Round((decimal)lufs, 1) : null);

    /// <summary>All that is remembered about a medium, or null.</summary>
    public Task<KeptPeaksWire?> FindAsync(MediumTask medium) => state.FindPeaksAsync(medium.Uri, medium.Tag, medium.Context.Deadline);

    /// <summary>The unfinished peaks behind a summary; null where they are gone, or do not belong to the medium.</summary>
    public async Task<PeakPyramid?> UnfinishedAsync(MediumTask medium, WavHeader.Readable header, KeptPeaksWire kept)
    {
        var pyramid = await state.FindUnfinishedAsync(medium.Uri, medium.Tag, kept, medium.Context.Deadline).ConfigureAwait(false);
        return pyramid is not null && (pyramid.SampleRate, pyramid.Channels, pyramid.Frames) == (header.SampleRate, header.Channels, header.Frames)
            && pyramid.Levels.Count > 0 && pyramid.Overview.Points == Math.Min(header.Frames, PeakPyramid.OverviewPoints)
            ? pyramid : null;
    }

    /// <summary>Keeps peaks. Unfinished ones are kept after the deadline, in the time that is left to finish.</summary>
    /// <returns>What is remembered now, which another invocation may have finished meanwhile; null where it could not be kept.</returns>
    public async Task<KeptPeaksWire?> KeepAsync(MediumTask medium, PeakPyramid pyramid, KeptPeaksWire summary)
    {
        var end = medium.Context.End;
        var kept = summary;
        return await TryAsync(medium, async () =>
        {
            if (!summary.IsComplete() && await state.FindPeaksAsync(medium.Uri, medium.Tag, end).ConfigureAwait(false) is { } other
                && (other.IsComplete() || other.DoneFrames >= summary.DoneFrames))
            {
                kept = other;
                return;
            }

            await state.KeepPeaksAsync(medium.Uri, medium.Tag, pyramid, summary, end).ConfigureAwait(false);
        }).ConfigureAwait(false) ? kept : null;
    }

    /// <summary>Keeps what is known about a medium whose peaks are kept already, or which has none.</summary>
    public async Task<KeptPeaksWire> KeepFactsAsync(MediumTask medium, KeptPeaksWire summary)
    {
        _ = await TryAsync(medium, () => state.KeepSummaryAsync(medium.Uri, medium.Tag, summary, medium.Context.End)).ConfigureAwait(false);
        return summary;
    }

    private static async Task<bool> TryAsync(MediumTask medium, Func<Task> keep)
    {
        try
        {
            await keep().ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is StoreException || (e is OperationCanceledException && medium.Context.End.IsCancellationRequested))
        {
            var reason = e is StoreException refused ? HookEvent.CodeOf(refused.Message) : "no-time";
            medium.Context.Log.Write(new HookEvent("peaks-not-kept") { Warning = true, Reason = reason });
            return false;
        }
    }
}
