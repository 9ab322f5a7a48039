namespace LambdaHooks.Cli.Peaks;

/// <summary>What became of one medium.</summary>
internal abstract record PeakOutcome
{
    private PeakOutcome()
    {
    }

    /// <summary>Its peaks were made.</summary>
    /// <param name="Notice">What was odd about the medium and how it was read; null where nothing was.</param>
    internal sealed record Made(string? Notice) : PeakOutcome;

    /// <summary>They were there already.</summary>
    internal sealed record Kept : PeakOutcome;

    /// <summary>It could not be used.</summary>
    /// <param name="Reason">Field or code, and what is wrong.</param>
    internal sealed record Failed(string Reason) : PeakOutcome;
}
