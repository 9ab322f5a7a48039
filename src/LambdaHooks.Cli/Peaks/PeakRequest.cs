using LambdaHooks.Media;

namespace LambdaHooks.Cli.Peaks;

/// <summary>What one call of the command asks for; it makes sense as a whole.</summary>
/// <param name="Inputs">Files, folders, manifests and places in a store, as they were named; <c>-</c> for standard input.</param>
/// <param name="Output">A file, a folder, a place in a store or <c>-</c>; null for a name beside each medium.</param>
/// <param name="Settings">Which peaks.</param>
internal sealed record PeakRequest(IReadOnlyList<string> Inputs, string? Output, PeakSettings Settings)
{
    /// <summary>For standard output, and for everything else that is no name.</summary>
    public const string Dash = "-";

    /// <summary>How raw samples are stored; null where media say it themselves.</summary>
    public RawSound? Raw { get; init; }

    /// <summary>What media are where their bytes do not tell, as a name's ending without its dot; null where nothing was said.</summary>
    public string? InputFormat { get; init; }

    /// <summary>Folders that stand for buckets, each <c>bucket=folder</c>.</summary>
    public IReadOnlyList<string> Buckets { get; init; } = [];

    /// <summary>Media at once, 1 or more.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Make again what is there.</summary>
    public bool Force { get; init; }

    /// <summary>Say only what went wrong.</summary>
    public bool Quiet { get; init; }
}

/// <summary>Which peaks, and how they are written.</summary>
/// <param name="Options">Which peaks; of a waveform that is there already, the scale alone.</param>
/// <param name="Format">How they are written.</param>
internal sealed record PeakSettings(PeakOptions Options, PeakFormat Format)
{
    /// <summary>Bits of a value; null where nothing was said: 16, or as many as a waveform that is there already has.</summary>
    public WaveformBits? Bits { get; init; }

    /// <summary>Whether a scale was asked for; else a waveform that is there already keeps its own.</summary>
    public bool ScaleGiven { get; init; }

    /// <summary>Path of the program that decodes; null to look for it.</summary>
    public string? Ffmpeg { get; init; }

    /// <summary>Whether to tell how loud media are.</summary>
    public bool MeasureLoudness { get; init; }

    /// <summary>How to change the height of peaks; null to leave it.</summary>
    public Amplitude? Amplitude { get; init; }

    /// <summary>True where the head of a file shows everything that was asked for.</summary>
    public bool ShowInHead => Amplitude is null && Options is { Start.Microseconds: 0, End: null, Channels: not ChannelChoice.Only };

    /// <summary>Whoever writes these peaks.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="bits">Bits of a value.</param>
    public IPeakSink Writer(Stream file, WaveformBits bits)
    {
        IPeakSink writer = Format switch
        {
            PeakFormat.Dat => new WaveformDatWriter(file, bits),
            PeakFormat.Json => new WaveformJsonWriter(file, bits),
            _ => new WavesurferJsonWriter(file, bits),
        };
        return Amplitude switch
        {
            null => writer,
            { Factor: { } factor } => WaveformAmplitude.By(writer, factor),
            _ => WaveformAmplitude.ToFullScale(writer),
        };
    }
}

/// <summary>How to change the height of peaks.</summary>
/// <param name="Factor">0 or more; null for full scale.</param>
internal sealed record Amplitude(double? Factor);
