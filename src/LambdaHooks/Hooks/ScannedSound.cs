using LambdaHooks.GroundTruth;
using LambdaHooks.Media;

namespace LambdaHooks.Hooks;

/// <summary>Prepares media whose samples are read here: WAV files.</summary>
internal sealed class ScannedSound(MediumEntries entries, MediumMemory memory, ScanPlan plan)
{
    /// <summary>Makes what is missing of peaks and loudness, as far as the deadline lets it, and keeps it.</summary>
    /// <param name="entry">The medium's entry so far.</param>
    /// <param name="medium">The medium.</param>
    /// <param name="header">Its header.</param>
    /// <param name="kept">What is remembered about it, or null.</param>
    public async Task<TaskMediaWire> PrepareAsync(TaskMediaWire entry, MediumTask medium, WavHeader.Readable header, KeptPeaksWire? kept)
    {
        try
        {
            var summary = kept;
            if (kept is null || !kept.IsComplete())
            {
                var resume = kept is null ? null : await memory.UnfinishedAsync(medium, header, kept).ConfigureAwait(false);
                var (pyramid, made) = await MakeAsync(medium, header, resume).ConfigureAwait(false);
                if (pyramid.DoneFrames == 0)
                {
                    return entries.WithFacts(entry, medium, made) with { Reason = MediumPreparation.NoTime };
                }

                summary = await memory.KeepAsync(medium, pyramid, made).ConfigureAwait(false);
                if (summary is null)
                {
                    return entries.WithFacts(entry, medium, made) with { Reason = MediumMemory.NotKept };
                }
            }

            return entries.WithPeaks(entry, medium, medium.IsServedBy(summary!) ? summary! : await MeasuredAsync(medium, header, summary!).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (kept is not null && medium.Context.Deadline.IsCancellationRequested)
        {
            return entries.WithPeaks(entry, medium, kept);
        }
        catch (EndOfStreamException)
        {
            return entry with { Reason = $"object-changed: {medium.Uri} ended before its length" };
        }
    }

    private async Task<(PeakPyramid Pyramid, KeptPeaksWire Summary)> MakeAsync(MediumTask medium, WavHeader.Readable header, PeakPyramid? resume)
    {
        // Loudness needs the whole medium in one piece, so a resumed scan cannot tell it.
        var listener = resume is null ? medium.Listener() : null;
        var pyramid = await PeakMaker.MakeAsync(medium.Bytes, header, plan, resume, listener, medium.Context.Deadline).ConfigureAwait(false);
        var whole = pyramid.DoneFrames >= pyramid.Frames;
        return (pyramid, new KeptPeaksWire(header.Duration.Seconds, header.SampleRate, header.Channels, MediumMemory.OverviewOf(pyramid), header.Notice)
        {
            DoneFrames = whole ? null : pyramid.DoneFrames,
            Loudness = whole ? MediumMemory.LoudnessOf(listener) : null,
        });
    }

    /// <summary>Reads the medium once more for its loudness; where there is no time for that, the peaks are all there is.</summary>
    private async Task<KeptPeaksWire> MeasuredAsync(MediumTask medium, WavHeader.Readable header, KeptPeaksWire summary)
    {
        if (!summary.IsComplete() || medium.Context.Deadline.IsCancellationRequested)
        {
            return summary;
        }

        var (_, measured) = await MakeAsync(medium, header, null).ConfigureAwait(false);
        return measured.Loudness is null ? summary : await memory.KeepFactsAsync(medium, summary with { Loudness = measured.Loudness }).ConfigureAwait(false);
    }
}
