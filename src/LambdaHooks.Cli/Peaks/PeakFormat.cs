namespace LambdaHooks.Cli.Peaks;

/// <summary>How peaks are written.</summary>
internal enum PeakFormat
{
    /// <summary>audiowaveform's binary file.</summary>
    Dat,

    /// <summary>audiowaveform's JSON.</summary>
    Json,

    /// <summary>What wavesurfer.js takes.</summary>
    Wavesurfer,

    /// <summary>The project's own file of zoom levels.</summary>
    Levels,
}

/// <summary>Names and endings of the formats.</summary>
internal static class PeakFormats
{
    public const string Names = "dat, json, wavesurfer or levels";

    // Longest first: each file name has one of them.
    private static readonly (string Ending, PeakFormat Format)[] Endings =
        [(".wavesurfer.json", PeakFormat.Wavesurfer), (".json", PeakFormat.Json), (".dat", PeakFormat.Dat), (".levels", PeakFormat.Levels)];

    public static PeakFormat? Named(string name) => name switch
    {
        "dat" => PeakFormat.Dat,
        "json" => PeakFormat.Json,
        "wavesurfer" => PeakFormat.Wavesurfer,
        "levels" => PeakFormat.Levels,
        _ => null,
    };

    /// <summary>The format whose ending a path has; null where it has none.</summary>
    public static PeakFormat? OfPath(string path) =>
        Endings.Where(e => path.EndsWith(e.Ending, StringComparison.OrdinalIgnoreCase)).Select(e => (PeakFormat?)e.Format).FirstOrDefault();

    public static string Ending(this PeakFormat format) => Endings.First(e => e.Format == format).Ending;

    public static string MediaType(this PeakFormat format) => format is PeakFormat.Dat or PeakFormat.Levels ? "application/octet-stream" : "application/json";
}
