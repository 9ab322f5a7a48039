using LambdaHooks.Cli.Peaks;
using LambdaHooks.Media;

namespace LambdaHooks.Cli.Tests.Peaks;

/// <summary>Scans as the command does, and remembers what it was asked for, for how bytes were fetched is not seen in any file.</summary>
internal sealed class RememberingScanner : IPeakScanner
{
    private readonly PeakScanner scanner = new();
    private readonly Lock turn = new();

    public List<(PeakOptions Options, ScanPlan? Plan)> Asked { get; } = [];

    public Task FileAsync(IByteSource source, WavHeader.Readable header, PeakOptions options, IPeakSink sink, ScanPlan plan, IFrameListener? listener, Action<double>? progress, CancellationToken cancel)
    {
        Remember(options, plan);
        return scanner.FileAsync(source, header, options, sink, plan, listener, progress, cancel);
    }

    public Task<WavHeader> StreamAsync(Stream wav, PeakOptions options, IPeakSink sink, IFrameListener? listener, CancellationToken cancel)
    {
        Remember(options, null);
        return scanner.StreamAsync(wav, options, sink, listener, cancel);
    }

    private void Remember(PeakOptions options, ScanPlan? plan)
    {
        lock (turn)
        {
            Asked.Add((options, plan));
        }
    }
}
