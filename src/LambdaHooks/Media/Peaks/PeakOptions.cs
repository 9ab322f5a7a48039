using LambdaHooks.Timeline;

namespace LambdaHooks.Media;

/// <summary>Which peaks to make of a medium.</summary>
/// <param name="Scale">How fine.</param>
public sealed record PeakOptions(PeakScale Scale)
{
    /// <summary>What becomes of the channels.</summary>
    public ChannelChoice Channels { get; init; } = ChannelChoice.Mix;

    /// <summary>Where to begin; the start of the medium by default. Peaks count from there.</summary>
    public MediaTime Start { get; init; }

    /// <summary>Where to end, exclusive; null for the end of the medium.</summary>
    public MediaTime? End { get; init; }
}

/// <summary>How fine peaks are.</summary>
public abstract record PeakScale
{
    private PeakScale()
    {
    }

    /// <summary>So many frames behind each peak; the last may have fewer.</summary>
    /// <param name="Frames">1 or more.</param>
    public sealed record SamplesPerPeak(int Frames) : PeakScale;

    /// <summary>So many peaks a second; as audiowaveform does, the frames behind each are the rate divided by it, cut to a whole number.</summary>
    /// <param name="Peaks">1 or more.</param>
    public sealed record PerSecond(int Peaks) : PeakScale;

    /// <summary>Exactly so many peaks, spread evenly; a medium of fewer frames has one a frame.</summary>
    /// <param name="Peaks">1 or more.</param>
    public sealed record Points(int Peaks) : PeakScale;
}

/// <summary>What becomes of the channels.</summary>
public abstract record ChannelChoice
{
    /// <summary>Summed and divided, cut toward zero: one row.</summary>
    public static readonly ChannelChoice Mix = new Mixed();

    /// <summary>Every channel a row.</summary>
    public static readonly ChannelChoice Split = new Every();

    private ChannelChoice()
    {
    }

    /// <summary>These channels, each a row.</summary>
    /// <param name="Channels">Indexes from 0, at least one.</param>
    public sealed record Only(IReadOnlyList<int> Channels) : ChannelChoice;

    internal sealed record Mixed : ChannelChoice;

    internal sealed record Every : ChannelChoice;
}
