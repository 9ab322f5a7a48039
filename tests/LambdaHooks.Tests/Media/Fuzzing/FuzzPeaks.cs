using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media.Fuzzing;

/// <summary>Keeps peaks, and what was wrong with how they came.</summary>
internal sealed class FuzzPeaks : IPeakSink
{
    private readonly List<short> pairs = [];
    private bool ended;

    public PeakHead? Head { get; private set; }

    public IReadOnlyList<short> Pairs => pairs;

    /// <summary>What was not as a sink may expect; null where nothing was.</summary>
    public string? Complaint =>
        Head is null || !ended ? "peaks without beginning or end"
        : pairs.Count != 2 * Head.Rows * Head.Peaks ? $"{pairs.Count} values for {Head}"
        : Head.SampleRate < 1 || Head.SamplesPerPeak < 1 || Head.Rows < 1 || Head.Frames < 0 ? $"out of range: {Head}"
        : Enumerable.Range(0, pairs.Count / 2).Any(i => pairs[2 * i] > pairs[(2 * i) + 1]) ? "a peak whose minimum is above its maximum"
        : null;

    public ValueTask BeginAsync(PeakHead head, CancellationToken cancel)
    {
        Head = head;
        return ValueTask.CompletedTask;
    }

    public ValueTask AddAsync(ReadOnlyMemory<short> next, CancellationToken cancel)
    {
        pairs.AddRange(next.Span);
        return ValueTask.CompletedTask;
    }

    public ValueTask EndAsync(CancellationToken cancel)
    {
        ended = true;
        return ValueTask.CompletedTask;
    }
}
