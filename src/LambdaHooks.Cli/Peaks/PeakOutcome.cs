namespace LambdaHooks.Cli.Peaks;

/// <summary>What became of one medium.</summary>
internal abstract record PeakOutcome
{
    private PeakOutcome()
    {
    }

    /// <summary>Its peaks were made.</summary>
    /// <param name="Notice">What was odd about the medium and how it was read; null where nothing was.</param>
    internal sealed record Made(string? Notice) : PeakOutcome
    {
        /// <summary>How loud it is; null where nobody asked.</summary>
        public MeasuredLoudness? Loudness { get; init; }
    }

    /// <summary>They were there already.</summary>
    internal sealed record Kept : PeakOutcome;

    /// <summary>It could not be used.</summary>
    /// <param name="Reason">Field or code, and what is wrong.</param>
    internal sealed record Failed(string Reason) : PeakOutcome;
}

/// <summary>How loud a medium is.</summary>
/// <param name="Integrated">LUFS; null for silence, and for what is too short to measure.</param>
internal sealed record MeasuredLoudness(double? Integrated)
{
    public override string ToString() => Integrated is { } lufs ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{lufs:0.0} LUFS") : "no loudness: silent, or shorter than 0.4 s";
}
