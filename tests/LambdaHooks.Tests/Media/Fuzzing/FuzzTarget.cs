namespace LambdaHooks.Tests.Media.Fuzzing;

/// <summary>Something that reads bytes from anywhere.</summary>
/// <param name="Name">What it is called in a report.</param>
/// <param name="Run">Reads a case. Documented exceptions end inside; any other is a failure.</param>
internal sealed record FuzzTarget(string Name, Func<FuzzCase, FuzzOutcome> Run)
{
    /// <summary>Everything that reads media or files of peaks; one line each.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("WavReader, then the scan", WavTarget.Run),
        new("PeakScan.StreamAsync", StreamTarget.Run),
        new("PeakFile.Read", PeakFileTarget.Run),
        new("Waveform.Read", WaveformTarget.RunAny),
        new("WaveformDatReader", WaveformTarget.RunDat),
        new("WaveformJsonReader", WaveformTarget.RunJson),
        new("WavesurferJsonReader", WavesurferTarget.Run),
        new("MediaType.Of", MediaTypeTarget.Run),
        new("BoxWalk", BoxWalkTarget.Run),
    ];
}

/// <summary>How a case ended.</summary>
/// <param name="Complaint">What was not as documented; null where nothing was.</param>
/// <param name="AllowedBytes">What may have been allocated, twice the documented bound.</param>
internal readonly record struct FuzzOutcome(string? Complaint, long AllowedBytes);
