namespace LambdaHooks.GroundTruth;

/// <summary>The reserved object <c>lambdahooks</c> of a task input: what the worker's page needs beside the manifest line itself.</summary>
/// <param name="Token">Ties the answer to this task; the page echoes it. Null where no context could be kept.</param>
/// <param name="Kind"><c>audio</c>, <c>video</c> or <c>compare</c>.</param>
/// <param name="Media">The media of the task, in the order of the line.</param>
public sealed record TaskInputWire(string? Token, string Kind, IReadOnlyList<TaskMediaWire> Media)
{
    /// <summary>Version of this shape.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What was odd about the line and how it was handled; null where nothing was.</summary>
    public IReadOnlyList<string>? Notices { get; init; }
}

/// <summary>One medium of a task.</summary>
/// <param name="Id">Id that answers refer to: a candidate's id, or <c>source</c>.</param>
public sealed record TaskMediaWire(string Id)
{
    /// <summary>Where it lies, for the template's <c>grant_read_access</c>; null where the line names no usable place.</summary>
    public string? S3Uri { get; init; }

    /// <summary>Presigned GET URL; null where the medium cannot be used.</summary>
    public string? Url { get; init; }

    /// <summary>ISO 8601, UTC: the URL works at the latest until then.</summary>
    public string? NotAfter { get; init; }

    /// <summary>Media type.</summary>
    public string? Type { get; init; }

    /// <summary>Length in seconds, at most six decimals: of a video the longer of picture and sound. Null where it is not known.</summary>
    public decimal? DurationSeconds { get; init; }

    /// <summary>Frames of sound a second; null where there is no sound, or it could not be read.</summary>
    public int? SampleRate { get; init; }

    /// <summary>Channels; 0 for a medium without an audio track, null where the sound could not be read.</summary>
    public int? Channels { get; init; }

    /// <summary>The picture; null for sound alone, and where nothing here can tell.</summary>
    public TaskVideoWire? Video { get; init; }

    /// <summary>How loud it is; null for silence, and where it was not measured.</summary>
    public TaskLoudnessWire? Loudness { get; init; }

    /// <summary>Peaks ready to draw; null where there are none.</summary>
    public TaskPeaksWire? Peaks { get; init; }

    /// <summary>Why there is no URL, or no peaks: a fixed code, a colon, and what is wrong. Null where nothing is missing.</summary>
    public string? Reason { get; init; }

    /// <summary>What was odd about the medium and how it was read; null where nothing was.</summary>
    public string? Notice { get; init; }
}

/// <summary>Picture of one medium.</summary>
/// <param name="Width">Pixels across, as shown.</param>
/// <param name="Height">Pixels down, as shown.</param>
/// <param name="FrameRate">Frames a second as a fraction in lowest terms, <c>30000/1001</c> or <c>25</c>; the average where it varies. Null where it is not known.</param>
/// <param name="VariableFrameRate">True where the distance between frames varies.</param>
public sealed record TaskVideoWire(int Width, int Height, string? FrameRate, bool VariableFrameRate);

/// <summary>Loudness of one medium.</summary>
/// <param name="IntegratedLufs">Loudness of the whole, EBU R 128, in LUFS with one decimal; null for silence.</param>
public sealed record TaskLoudnessWire(decimal? IntegratedLufs);

/// <summary>Peaks of one medium.</summary>
/// <param name="Overview">The whole clip at a glance; null where the task had no room for it.</param>
/// <param name="Levels">Where the zoom levels lie.</param>
/// <param name="LevelsUrl">Presigned GET URL of the zoom levels.</param>
public sealed record TaskPeaksWire(PeakOverviewWire? Overview, string Levels, string LevelsUrl);

/// <summary>Overview peaks, spread evenly over the clip.</summary>
/// <param name="Points">Number of points.</param>
/// <param name="Bits">Bits of a value: 8, so divide by 128 for the range -1 to 1.</param>
/// <param name="Data">Minimum and maximum of each point in turn.</param>
public sealed record PeakOverviewWire(int Points, int Bits, IReadOnlyList<sbyte> Data);
