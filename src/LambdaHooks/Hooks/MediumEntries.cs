using System.Globalization;
using LambdaHooks.GroundTruth;
using LambdaHooks.Timeline;

namespace LambdaHooks.Hooks;

/// <summary>Writes what is known about a medium into its entry of the task, with signed URLs.</summary>
internal sealed class MediumEntries(IUrlSigner signer, HookState state, TimeSpan lifetime)
{
    /// <summary>Code of the notice of peaks that end before their medium.</summary>
    public const string Unfinished = "peaks-unfinished";

    /// <summary>The entry with the medium's URL.</summary>
    public TaskMediaWire Signed(TaskMediaWire entry, ObjectUri uri)
    {
        var signed = signer.SignGet(uri, lifetime);
        return entry with { Url = signed.Url, NotAfter = signed.NotAfter.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) };
    }

    /// <summary>The entry with all that is remembered: the medium's facts, URLs and peaks.</summary>
    public TaskMediaWire WithPeaks(TaskMediaWire entry, MediumTask medium, KeptPeaksWire kept)
    {
        var described = WithFacts(entry, medium, kept);
        if (!kept.HasSound())
        {
            return described;
        }

        var levels = state.LevelsOf(medium.Uri, medium.Tag, kept.DoneFrames);
        return described with
        {
            Peaks = new TaskPeaksWire(kept.Overview, levels.ToString(), signer.SignGet(levels, lifetime).Url),
            Notice = Notices.Join(kept.Notice, UnfinishedNotice(kept)),
        };
    }

    /// <summary>The entry with the medium's facts and URL, for want of peaks.</summary>
    public TaskMediaWire WithFacts(TaskMediaWire entry, MediumTask medium, KeptPeaksWire kept) => Signed(entry, medium.Uri) with
    {
        DurationSeconds = kept.DurationSeconds,
        SampleRate = kept.SampleRate,
        Channels = kept.Channels,
        Video = kept.Video,

        // Told where it is wanted and nowhere else, so that a task does not depend on what was asked of its medium before.
        Loudness = medium.WantsLoudness && kept.Loudness is { IntegratedLufs: not null } loudness ? loudness : null,
        Notice = kept.Notice,
    };

    private static string? UnfinishedNotice(KeptPeaksWire kept) =>
        kept.DoneFrames is not { } done ? null
        : string.Create(CultureInfo.InvariantCulture, $"{Unfinished}: peaks reach up to {MediaTime.OfFrames(done, kept.SampleRate!.Value).Seconds} s; the rest was not ready before the invocation's deadline");
}
