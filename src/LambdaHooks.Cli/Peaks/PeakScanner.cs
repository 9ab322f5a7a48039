using LambdaHooks.Media;

namespace LambdaHooks.Cli.Peaks;

/// <summary>Peaks of a WAV file; the two ways of <see cref="PeakScan"/>.</summary>
internal interface IPeakScanner
{
    Task FileAsync(IByteSource source, WavHeader.Readable header, PeakOptions options, IPeakSink sink, ScanPlan plan, IFrameListener? listener, Action<double>? progress, CancellationToken cancel);

    Task<WavHeader> StreamAsync(Stream wav, PeakOptions options, IPeakSink sink, IFrameListener? listener, CancellationToken cancel);
}

/// <summary><see cref="PeakScan"/> itself.</summary>
internal sealed class PeakScanner : IPeakScanner
{
    public Task FileAsync(IByteSource source, WavHeader.Readable header, PeakOptions options, IPeakSink sink, ScanPlan plan, IFrameListener? listener, Action<double>? progress, CancellationToken cancel) =>
        PeakScan.FileAsync(source, header, options, sink, plan, listener, progress, cancel);

    public Task<WavHeader> StreamAsync(Stream wav, PeakOptions options, IPeakSink sink, IFrameListener? listener, CancellationToken cancel) => PeakScan.StreamAsync(wav, options, sink, listener, cancel);
}
