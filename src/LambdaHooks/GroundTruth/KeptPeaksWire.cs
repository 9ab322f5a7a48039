namespace LambdaHooks.GroundTruth;

/// <summary>What is remembered about a medium beside its zoom levels, so that nothing is decoded or measured twice.</summary>
/// <param name="DurationSeconds">Length in seconds, or null where it is not known.</param>
/// <param name="SampleRate">Frames of sound a second; null without an audio track.</param>
/// <param name="Channels">Channels; 0 without an audio track.</param>
/// <param name="Overview">The whole clip at a glance; null without an audio track.</param>
/// <param name="Notice">What was odd about the medium, or null.</param>
internal sealed record KeptPeaksWire(decimal? DurationSeconds, int? SampleRate, int Channels, PeakOverviewWire? Overview, string? Notice)
{
    /// <summary>Frames that the peaks cover so far, 1 or more, where the making was cut short; null where they are complete.</summary>
    public long? DoneFrames { get; init; }

    /// <summary>The picture, or null.</summary>
    public TaskVideoWire? Video { get; init; }

    /// <summary>The loudness, empty for silence; null where it was not measured.</summary>
    public TaskLoudnessWire? Loudness { get; init; }

    /// <summary>True where the medium has sound, and so has peaks.</summary>
    public bool HasSound() => Channels > 0;

    /// <summary>True where nothing is left to make.</summary>
    public bool IsComplete() => DoneFrames is null;

    /// <summary>What was read back may lack members, or hold others, whatever their types say.</summary>
    public bool IsUsable() =>
        Channels == 0 ? DoneFrames is null
        : Channels > 0 && SampleRate > 0 && DurationSeconds is not null && DoneFrames is null or > 0
            && Overview is { Data: { } data } && data.Count == 2L * Overview.Points;
}
