namespace LambdaHooks.Media;

/// <summary>Peaks of one clip's mono mix: an overview of a fixed number of points, and levels to zoom into.</summary>
/// <param name="SampleRate">Frames a second of the medium.</param>
/// <param name="Channels">Channels of the medium, before the mix.</param>
/// <param name="Frames">Frames of the medium.</param>
/// <param name="Overview">At most <see cref="OverviewPoints"/> points spread evenly over the clip.</param>
/// <param name="Levels">Finest first, each four times coarser than the one before.</param>
public sealed record PeakPyramid(int SampleRate, int Channels, long Frames, PeakOverview Overview, IReadOnlyList<PeakLevel> Levels)
{
    /// <summary>Points of the overview; a clip of fewer frames has one point a frame.</summary>
    public const int OverviewPoints = 2000;

    /// <summary>How much coarser each level is than the one before.</summary>
    public const int Step = 4;

    /// <summary>Frames from the start that the peaks stand for; what lies behind was not reached in time and is drawn as silence.</summary>
    public long DoneFrames { get; init; } = Frames;

    /// <summary>Whether the whole clip was scanned.</summary>
    public bool IsComplete => DoneFrames == Frames;
}

/// <summary>The whole clip at a glance, small enough to travel in a task.</summary>
/// <param name="Data">Minimum and maximum of each point in turn, each -128 to 127: the 16-bit value divided by 256, cut toward zero.</param>
public sealed record PeakOverview(IReadOnlyList<sbyte> Data)
{
    /// <summary>Number of points, spread evenly over the clip.</summary>
    public int Points => Data.Count / 2;
}

/// <summary>Peaks at one zoom.</summary>
/// <param name="SamplesPerPeak">Frames behind one peak; the last peak may have fewer.</param>
/// <param name="Data">Minimum and maximum of each peak in turn, 16-bit.</param>
public sealed record PeakLevel(int SamplesPerPeak, ReadOnlyMemory<short> Data)
{
    /// <summary>Number of peaks.</summary>
    public int Peaks => Data.Length / 2;
}
