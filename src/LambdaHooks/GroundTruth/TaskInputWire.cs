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

    /// <summary>Length in seconds, at most six decimals.</summary>
    public decimal? DurationSeconds { get; init; }

    /// <summary>Frames a second.</summary>
    public int? SampleRate { get; init; }

    /// <summary>Channels.</summary>
    public int? Channels { get; init; }

    /// <summary>Peaks ready to draw; null where there are none.</summary>
    public TaskPeaksWire? Peaks { get; init; }

    /// <summary>Why there is no URL, or no peaks: a fixed code, a colon, and what is wrong. Null where nothing is missing.</summary>
    public string? Reason { get; init; }

    /// <summary>What was odd about the medium and how it was read; null where nothing was.</summary>
    public string? Notice { get; init; }
}

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
