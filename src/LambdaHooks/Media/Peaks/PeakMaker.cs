namespace LambdaHooks.Media;

/// <summary>Makes the pyramid of a clip's peaks in one pass over its samples.</summary>
/// <remarks>
/// Memory: one block for each worker of the plan, plus the peaks themselves, of which the finest level has at most
/// <see cref="MostPeaks"/>; a clip longer than that allows at 1 ms a peak gets a coarser finest level.
/// </remarks>
public static class PeakMaker
{
    /// <summary>The most peaks a level may have: 4,000,000, which is over an hour at 1 ms a peak.</summary>
    public const int MostPeaks = 4_000_000;

    private const int PeaksPerSecond = 1000;
    private const int FineOverview = 1 << 20;

    /// <summary>Scans a WAV file whose bytes can be read anywhere.</summary>
    /// <param name="source">The file.</param>
    /// <param name="header">Its header, as <see cref="WavReader"/> read it.</param>
    /// <param name="plan">How bytes are fetched.</param>
    /// <param name="resume">An unfinished pyramid of the same file to go on with; null to begin.</param>
    /// <param name="listener">Hears the frames, from the first one scanned now; null for nobody.</param>
    /// <param name="cancel">Ends the scan; what is made by then is returned, and <see cref="PeakPyramid.DoneFrames"/> says how far it reaches.</param>
    /// <exception cref="EndOfStreamException">The source ended before its own length.</exception>
    public static async Task<PeakPyramid> MakeAsync(
        IByteSource source, WavHeader.Readable header, ScanPlan plan, PeakPyramid? resume, IFrameListener? listener, CancellationToken cancel)
    {
        var draft = new PyramidDraft(header, FinestSamplesPerPeak(header), resume);
        var scan = new FrameScan(source, header, draft.DoneFrames, header.Frames, plan) { Listener = listener };
        listener?.Begin(header.SampleRate, header.Channels);
        try
        {
            await scan.RunAsync(SoundRows.Of(ChannelChoice.Mix, header.Channels), draft.NewRun, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Half a waveform is worth more to a worker than none, and the next invocation goes on from here.
        }

        return draft.Finish(scan.DoneUntil);
    }

    /// <summary>Scans a WAV file as it comes from a decoder; how many frames it has is known at its end.</summary>
    /// <remarks>The overview's points are exact up to a million frames, then off by at most a 262nd of a point.</remarks>
    /// <param name="wav">The file from its start.</param>
    /// <param name="listener">Hears the frames; null for nobody.</param>
    /// <param name="cancel">Ends the scan; nothing is kept then.</param>
    /// <returns>Null where no byte came at all.</returns>
    /// <exception cref="InvalidDataException">What came is no WAV file; the message names the field.</exception>
    public static async Task<DecodedPeaks?> MakeAsync(Stream wav, IFrameListener? listener, CancellationToken cancel)
    {
        var (sound, header) = await WavStream.OpenAsync(wav, listener, cancel).ConfigureAwait(false);
        if (sound is null)
        {
            return header is WavHeader.Unreadable { IsEmpty: true } ? null : throw new InvalidDataException(header.ToString());
        }

        var finest = new GrowingPeaks(FinestSamplesPerPeak(sound.Header with { Frames = 0 }), MostPeaks);
        var overview = new GrowingPeaks(1, FineOverview);
        var frames = await sound.ReadAsync(SoundRows.Of(ChannelChoice.Mix, sound.Header.Channels), new Both(finest, overview), 0, long.MaxValue, cancel).ConfigureAwait(false);
        var points = new GrowingRows([overview]).Spread((int)Math.Min(frames, PeakPyramid.OverviewPoints));
        var levels = PeakLevels.From(finest.SamplesPerPeak, finest.Finish());
        return new DecodedPeaks(new PeakPyramid(sound.Header.SampleRate, sound.Header.Channels, frames, PeakLevels.EightBit(points), levels), sound.Notice);
    }

    private static int FinestSamplesPerPeak(WavHeader.Readable header)
    {
        var millisecond = Math.Max(1, header.SampleRate / PeaksPerSecond);
        return (int)Math.Clamp(PeakPairs.Count(header.Frames, MostPeaks), millisecond, int.MaxValue);
    }

    private sealed class Both(GrowingPeaks one, GrowingPeaks other) : IRowConsumer
    {
        public void Begin(long frame)
        {
        }

        public void Add(int row, ReadOnlySpan<short> samples)
        {
            one.Add(samples);
            other.Add(samples);
        }

        public void End()
        {
        }
    }
}

/// <summary>Peaks of decoded sound.</summary>
/// <param name="Pyramid">The peaks.</param>
/// <param name="Notice">What was odd about the decoder's output and how it was read, or null.</param>
public sealed record DecodedPeaks(PeakPyramid Pyramid, string? Notice);
