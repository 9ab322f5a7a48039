using LambdaHooks.GroundTruth;
using LambdaHooks.Media;

namespace LambdaHooks.Hooks;

/// <summary>Prepares media that a decoder reads. What it cannot read keeps its URL: a browser may play it all the same.</summary>
internal sealed class DecodedSound(MediumEntries entries, MediumMemory memory, IMediaDecoder? decoder)
{
    private const string NoAudioTrack = "no-audio-track: the medium has no audio track, so there are no peaks";
    private const string NoSamples = "not-decodable: data: there are no samples";

    /// <summary>Looks at the picture, decodes the sound, and keeps what comes of it.</summary>
    /// <param name="entry">The medium's entry so far.</param>
    /// <param name="medium">The medium.</param>
    /// <param name="kept">What is remembered about it, or null.</param>
    /// <param name="why">Why a decoder is needed.</param>
    public async Task<TaskMediaWire> PrepareAsync(TaskMediaWire entry, MediumTask medium, KeptPeaksWire? kept, string why)
    {
        if (decoder is null)
        {
            return Without(entry, medium, kept, null, $"no-peaks: no decoder is configured, and {why}");
        }

        VideoFacts? facts = null;
        try
        {
            facts = medium.Type.IsVideo ? await decoder.LookAsync(medium.Bytes, medium.Type, medium.Context.Deadline).ConfigureAwait(false) : null;
            return facts is { HasAudio: false }
                ? await SilentAsync(entry, medium, facts, null).ConfigureAwait(false)
                : await DecodeAsync(entry, medium, facts, decoder).ConfigureAwait(false);
        }
        catch (DecodeException e)
        {
            medium.Bytes.ThrowIfFailed();
            return Without(entry, medium, kept, facts, Notices.Short(e.Message));
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            medium.Bytes.ThrowIfFailed();
            return Without(entry, medium, kept, facts, Notices.Short($"not-decodable: what the decoder gave cannot be read: {e.Message}"));
        }
        catch (OperationCanceledException) when (medium.Context.Deadline.IsCancellationRequested)
        {
            return Without(entry, medium, kept, facts, MediumPreparation.NoTime);
        }
    }

    private async Task<TaskMediaWire> DecodeAsync(TaskMediaWire entry, MediumTask medium, VideoFacts? facts, IMediaDecoder with)
    {
        var listener = medium.Listener();
        var sound = await with.DecodeAsync(medium.Bytes, medium.Type, medium.Context.Deadline).ConfigureAwait(false);
        await using (sound.ConfigureAwait(false))
        {
            var made = await PeakMaker.MakeAsync(sound.Wav, listener, medium.Context.Deadline).ConfigureAwait(false);
            var end = await sound.EndAsync().ConfigureAwait(false);

            // A decoder may take a read that failed for the end of the medium.
            medium.Bytes.ThrowIfFailed();
            return !end.HasAudio ? await SilentAsync(entry, medium, facts, end.Notice).ConfigureAwait(false)
                : made is null or { Pyramid.Frames: 0 } ? Without(entry, medium, null, facts, NoSamples)
                : await KeepAsync(entry, medium, made.Pyramid, SummaryOf(made, facts, end, listener)).ConfigureAwait(false);
        }
    }

    private async Task<TaskMediaWire> KeepAsync(TaskMediaWire entry, MediumTask medium, PeakPyramid pyramid, KeptPeaksWire summary) =>
        await memory.KeepAsync(medium, pyramid, summary).ConfigureAwait(false) is { } kept
            ? entries.WithPeaks(entry, medium, kept)
            : entries.WithFacts(entry, medium, summary) with { Reason = MediumMemory.NotKept };

    private async Task<TaskMediaWire> SilentAsync(TaskMediaWire entry, MediumTask medium, VideoFacts? facts, string? notice)
    {
        var summary = new KeptPeaksWire(facts?.DurationSeconds, null, 0, null, Notices.Join(NoAudioTrack, notice is null ? null : Notices.Short(notice))) { Video = VideoOf(facts) };
        return entries.WithPeaks(entry, medium, await memory.KeepFactsAsync(medium, summary).ConfigureAwait(false));
    }

    /// <summary>The length is that of the longer of picture and sound: a worker may mark either to its end.</summary>
    private static KeptPeaksWire SummaryOf(DecodedPeaks made, VideoFacts? facts, DecodeEnd end, Loudness? listener)
    {
        var pyramid = made.Pyramid;
        var sound = Timeline.MediaTime.OfFrames(pyramid.Frames, pyramid.SampleRate).Seconds;
        var notice = Notices.Join(made.Notice, end.Notice);
        return new KeptPeaksWire(
            Math.Max(sound, facts?.DurationSeconds ?? 0), pyramid.SampleRate, pyramid.Channels, MediumMemory.OverviewOf(pyramid), notice is null ? null : Notices.Short(notice))
        {
            Video = VideoOf(facts),
            Loudness = MediumMemory.LoudnessOf(listener),
        };
    }

    /// <summary>What was remembered where that is more; else what is known without the sound, and the reason.</summary>
    private TaskMediaWire Without(TaskMediaWire entry, MediumTask medium, KeptPeaksWire? kept, VideoFacts? facts, string reason) =>
        kept is not null ? entries.WithPeaks(entry, medium, kept)
        : entries.Signed(entry, medium.Uri) with { DurationSeconds = facts?.DurationSeconds, Video = VideoOf(facts), Reason = reason };

    private static TaskVideoWire? VideoOf(VideoFacts? facts) =>
        facts is null ? null : new TaskVideoWire(facts.Width, facts.Height, facts.FrameRate?.ToString(), facts.VariableFrameRate);
}
