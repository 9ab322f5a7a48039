namespace LambdaHooks.Media;

/// <summary>Where peaks go as they are made, in order.</summary>
public interface IPeakSink
{
    /// <summary>Comes once, before any peak.</summary>
    ValueTask BeginAsync(PeakHead head, CancellationToken cancel);

    /// <summary>The next peaks, valid during the call: for each peak and each of its rows, minimum and maximum.</summary>
    ValueTask AddAsync(ReadOnlyMemory<short> pairs, CancellationToken cancel);

    /// <summary>Comes once, after the last peak.</summary>
    ValueTask EndAsync(CancellationToken cancel);
}

/// <summary>What is known before the first peak.</summary>
/// <param name="SampleRate">Frames a second of the medium.</param>
/// <param name="SamplesPerPeak">Frames behind one peak; the nearest whole number where a number of points was asked for.</param>
/// <param name="Rows">Pairs in a peak: 1 for a mix, else one for each channel.</param>
/// <param name="Peaks">How many peaks will come.</param>
/// <param name="Frames">Frames they cover.</param>
public sealed record PeakHead(int SampleRate, int SamplesPerPeak, int Rows, long Peaks, long Frames);
