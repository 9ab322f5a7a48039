namespace LambdaHooks.Media;

/// <summary>Peaks of one medium in one pass, handed on as they are made.</summary>
public static class PeakScan
{
    /// <summary>Scans a WAV file whose bytes can be read anywhere.</summary>
    /// <param name="source">The file.</param>
    /// <param name="header">Its header, as <see cref="WavReader"/> read it.</param>
    /// <param name="options">Which peaks.</param>
    /// <param name="sink">Where they go.</param>
    /// <param name="plan">How bytes are fetched.</param>
    /// <param name="progress">Hears how much is done, 0 to 1; null for nobody.</param>
    /// <param name="cancel">Ends the scan.</param>
    /// <exception cref="PeakOptionsException">The options do not fit this medium.</exception>
    /// <exception cref="EndOfStreamException">The source ended before its own length.</exception>
    public static Task FileAsync(
        IByteSource source, WavHeader.Readable header, PeakOptions options, IPeakSink sink, ScanPlan plan, Action<double>? progress, CancellationToken cancel) =>
        throw new NotImplementedException();

    /// <summary>Scans a WAV file as it comes: a pipe, or a decoder's output. Its length need not be known.</summary>
    /// <param name="wav">The file from its start.</param>
    /// <param name="options">Which peaks.</param>
    /// <param name="sink">Where they go, once all are made.</param>
    /// <param name="cancel">Ends the scan.</param>
    /// <returns>What the file's header says; its frames are those that came.</returns>
    /// <exception cref="PeakOptionsException">The options do not fit this medium.</exception>
    public static Task<WavHeader> StreamAsync(Stream wav, PeakOptions options, IPeakSink sink, CancellationToken cancel) =>
        throw new NotImplementedException();
}

/// <summary>Options do not fit a medium; the message names the option.</summary>
/// <param name="message">Option, a colon, and what is wrong with it.</param>
public sealed class PeakOptionsException(string message) : Exception(message);
