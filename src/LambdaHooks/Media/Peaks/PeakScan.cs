using LambdaHooks.Timeline;

namespace LambdaHooks.Media;

/// <summary>Peaks of one medium in one pass, handed on as they are made.</summary>
/// <remarks>
/// Memory for a file: a block for each worker and a stretch of half a million numbers at most, however long the file is. Memory for a
/// stream: its peaks, since their number is only known at the end.
/// </remarks>
public static class PeakScan
{
    private const int MostNumbers = 1 << 19;
    private const int FinePoints = 1 << 20;
    private const int FinePeaksPerPoint = 256;

    /// <summary>Scans a WAV file whose bytes can be read anywhere.</summary>
    /// <param name="source">The file.</param>
    /// <param name="header">Its header, as <see cref="WavReader"/> read it.</param>
    /// <param name="options">Which peaks.</param>
    /// <param name="sink">Where they go.</param>
    /// <param name="plan">How bytes are fetched.</param>
    /// <param name="listener">Hears the frames that are scanned; null for nobody.</param>
    /// <param name="progress">Hears how much is done, 0 to 1; null for nobody.</param>
    /// <param name="cancel">Ends the scan.</param>
    /// <exception cref="PeakOptionsException">The options do not fit this medium.</exception>
    /// <exception cref="EndOfStreamException">The source ended before its own length.</exception>
    public static async Task FileAsync(
        IByteSource source, WavHeader.Readable header, PeakOptions options, IPeakSink sink, ScanPlan plan, IFrameListener? listener, Action<double>? progress, CancellationToken cancel)
    {
        var rows = SoundRows.Of(options.Channels, header.Channels);
        var (first, end) = Part(options, header.SampleRate, header.Frames);
        var edges = EdgesOf(options.Scale, header.SampleRate, end - first);
        var peaks = edges is PeakEdges.Even even ? even.Points : PeakPairs.Count(end - first, edges.Size);
        var head = new PeakHead(header.SampleRate, SamplesPerPeak(edges, end - first), rows.Count, peaks, end - first);
        var part = header with { DataOffset = header.DataOffset + (first * header.BytesPerFrame), Frames = end - first };

        listener?.Begin(header.SampleRate, header.Channels);
        await sink.BeginAsync(head, cancel).ConfigureAwait(false);
        var room = (int)Math.Clamp(peaks, 1, Math.Max(1, MostNumbers / (2 * rows.Count)));
        var stretch = new short[2 * rows.Count * room];
        for (var from = 0L; from < peaks; from += room)
        {
            var pairs = stretch.AsMemory(0, (int)(2 * rows.Count * Math.Min(room, peaks - from)));
            await FillAsync(source, part, edges, from, pairs, rows, plan, listener, done => progress?.Invoke(Math.Min(1, (from + (done * room)) / peaks)), cancel).ConfigureAwait(false);
            await sink.AddAsync(pairs, cancel).ConfigureAwait(false);
        }

        await sink.EndAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Scans a WAV file as it comes: a pipe, or a decoder's output. Its length need not be known.</summary>
    /// <remarks>
    /// A number of points over more than a million frames is made of finer peaks, at least 256 for each point, so an edge may lie that
    /// much of a point too early; the exact place would need a second pass.
    /// </remarks>
    /// <param name="wav">The file from its start.</param>
    /// <param name="options">Which peaks.</param>
    /// <param name="sink">Where they go, once all are made.</param>
    /// <param name="listener">Hears the frames that are scanned; null for nobody.</param>
    /// <param name="cancel">Ends the scan.</param>
    /// <returns>What the file's header says; its frames are those that came.</returns>
    /// <exception cref="PeakOptionsException">The options do not fit this medium.</exception>
    public static async Task<WavHeader> StreamAsync(Stream wav, PeakOptions options, IPeakSink sink, IFrameListener? listener, CancellationToken cancel)
    {
        var (sound, header) = await WavStream.OpenAsync(wav, listener, cancel).ConfigureAwait(false);
        if (sound is null)
        {
            return header;
        }

        var rows = SoundRows.Of(options.Channels, sound.Header.Channels);
        var (first, end) = Part(options, sound.Header.SampleRate, sound.Header.Frames);
        var growing = RowsFor(options.Scale, sound.Header.SampleRate, rows.Count);
        var frames = await sound.ReadAsync(rows, growing, first, end, cancel).ConfigureAwait(false);
        await HandOverAsync(growing, options.Scale, sound.Header.SampleRate, rows.Count, frames, sink, cancel).ConfigureAwait(false);
        return sound.Header with { Frames = frames, FramesKnown = true, Notice = sound.Notice };
    }

    private static async Task FillAsync(
        IByteSource source, WavHeader.Readable part, PeakEdges edges, long from, Memory<short> pairs, SoundRows rows, ScanPlan plan, IFrameListener? listener, Action<double> progress, CancellationToken cancel)
    {
        PeakGrid.Clear(pairs.Span);
        var grid = new PeakGrid(edges, from, pairs, rows.Count);
        var to = from + (pairs.Length / (2 * rows.Count));
        var (first, end) = (from == 0 ? 0 : edges.EndOf(from - 1), Math.Min(part.Frames, edges.EndOf(to - 1)));
        var scan = new FrameScan(source, part, first, end, plan) { Progress = progress, Listener = listener };
        await scan.RunAsync(rows, () => new GridRun([grid], rows.Count), cancel).ConfigureAwait(false);
    }

    private static GrowingRows RowsFor(PeakScale scale, int sampleRate, int rows) => scale is PeakScale.Points points
        ? GrowingRows.Alike(rows, 1, (int)Math.Min(GrowingPeaks.NoLimit, Math.Max(FinePoints, (long)points.Peaks * 2 * FinePeaksPerPoint)))
        : GrowingRows.Alike(rows, EdgesOf(scale, sampleRate, 0).Size, 2 * (GrowingPeaks.NoLimit / (2 * rows)));

    private static async Task HandOverAsync(GrowingRows growing, PeakScale scale, int sampleRate, int rows, long frames, IPeakSink sink, CancellationToken cancel)
    {
        var edges = EdgesOf(scale, sampleRate, frames);
        var pairs = edges is PeakEdges.Even even ? growing.Spread(even.Points) : growing.FinishAt(edges.Size);
        await sink.BeginAsync(new PeakHead(sampleRate, SamplesPerPeak(edges, frames), rows, pairs.Length / (2 * rows), frames), cancel).ConfigureAwait(false);
        await sink.AddAsync(pairs, cancel).ConfigureAwait(false);
        await sink.EndAsync(cancel).ConfigureAwait(false);
    }

    private static PeakEdges EdgesOf(PeakScale scale, int sampleRate, long frames) => scale switch
    {
        PeakScale.SamplesPerPeak { Frames: > 0 } size => new PeakEdges.Uniform(size.Frames),
        PeakScale.PerSecond { Peaks: > 0 } rate when rate.Peaks <= sampleRate => new PeakEdges.Uniform(sampleRate / rate.Peaks),
        PeakScale.PerSecond rate => throw new PeakOptionsException($"peaks a second: {rate.Peaks} cannot be made of {sampleRate} frames a second"),
        PeakScale.Points { Peaks: > 0 } points => new PeakEdges.Even(frames, (int)Math.Min(frames, points.Peaks)),
        _ => throw new PeakOptionsException("scale: at least one frame a peak, peak a second or point is needed"),
    };

    private static int SamplesPerPeak(PeakEdges edges, long frames) => edges is PeakEdges.Even { Points: > 0 } even
        ? (int)Math.Clamp(((2 * frames) + even.Points) / (2L * even.Points), 1, int.MaxValue)
        : Math.Max(1, edges.Size);

    private static (long First, long End) Part(PeakOptions options, int sampleRate, long frames)
    {
        var end = options.End is { } limit ? Math.Min(frames, FrameOf(limit, sampleRate)) : frames;
        var first = FrameOf(options.Start, sampleRate);
        return options.Start < MediaTime.Zero ? throw new PeakOptionsException($"start: {options.Start} lies before the medium")
            : options.End <= options.Start ? throw new PeakOptionsException($"end: {options.End} does not lie after the start at {options.Start}")
            : first > 0 && first >= end ? throw new PeakOptionsException($"start: {options.Start} lies behind the medium's end at {MediaTime.OfFrames(frames, sampleRate)}")
            : (first, end);
    }

    private static long FrameOf(MediaTime time, int sampleRate) => (long)((Int128)time.Microseconds * sampleRate / MediaTime.PerSecond);
}

/// <summary>Options do not fit a medium; the message names the option.</summary>
/// <param name="message">Option, a colon, and what is wrong with it.</param>
public sealed class PeakOptionsException(string message) : Exception(message);
