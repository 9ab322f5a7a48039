namespace LambdaHooks.Media;

/// <summary>Makes the peaks of a WAV file in one pass over its samples.</summary>
/// <remarks>
/// Memory: two blocks of a few megabytes plus the peaks themselves, of which the finest level has at most
/// <see cref="MostPeaks"/>; a clip longer than that allows at 1 ms a peak gets a coarser finest level.
/// </remarks>
public static class PeakMaker
{
    /// <summary>The most peaks a level may have: 4,000,000, which is over an hour at 1 ms a peak.</summary>
    public const int MostPeaks = 4_000_000;

    private const int BlockBytes = 4 << 20;
    private const int PeaksPerSecond = 1000;

    /// <summary>Reads all samples and gives their peaks.</summary>
    /// <param name="source">The file.</param>
    /// <param name="header">Its header, as <see cref="WavReader"/> read it.</param>
    /// <param name="cancel">Ends the reading; nothing is kept then.</param>
    /// <exception cref="EndOfStreamException">The source ended before its own length.</exception>
    public static async Task<PeakPyramid> MakeAsync(IByteSource source, WavHeader.Readable header, CancellationToken cancel)
    {
        var points = (int)Math.Min(header.Frames, PeakPyramid.OverviewPoints);
        var overview = new PeakBuckets(points, i => (long)((Int128)header.Frames * (i + 1) / points));
        var finest = FinestSamplesPerPeak(header);
        var level = new PeakBuckets((int)((header.Frames / finest) + 1), i => (i + 1L) * finest);

        await ScanAsync(source, header, samples =>
        {
            overview.Add(samples.Span);
            level.Add(samples.Span);
        }, cancel).ConfigureAwait(false);

        var eightBit = overview.Finish().Select(v => (sbyte)(v / 256)).ToArray();
        return new PeakPyramid(header.SampleRate, header.Channels, header.Frames, new PeakOverview(eightBit), Coarsen(new PeakLevel(finest, level.Finish())));
    }

    private static int FinestSamplesPerPeak(WavHeader.Readable header)
    {
        var millisecond = Math.Max(1, header.SampleRate / PeaksPerSecond);
        return (int)Math.Max(millisecond, (header.Frames + MostPeaks - 1) / MostPeaks);
    }

    private static async Task ScanAsync(IByteSource source, WavHeader.Readable header, Action<ReadOnlyMemory<short>> each, CancellationToken cancel)
    {
        var framesPerBlock = (int)Math.Clamp(header.Frames, 1, Math.Max(1, BlockBytes / header.BytesPerFrame));
        byte[][] blocks = [new byte[framesPerBlock * header.BytesPerFrame], new byte[framesPerBlock * header.BytesPerFrame]];
        var mono = new short[framesPerBlock];
        var next = ReadBlockAsync(source, header, 0, framesPerBlock, blocks[0], cancel);
        for (long frame = 0, turn = 0; frame < header.Frames; frame += framesPerBlock, turn++)
        {
            // The next block is on its way while this one is scanned.
            var block = await next.ConfigureAwait(false);
            next = ReadBlockAsync(source, header, frame + framesPerBlock, framesPerBlock, blocks[(turn + 1) % 2], cancel);
            each(mono.AsMemory(0, MonoMix.Convert(block.Span, header, mono)));
        }

        _ = await next.ConfigureAwait(false);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBlockAsync(
        IByteSource source, WavHeader.Readable header, long frame, int frames, byte[] buffer, CancellationToken cancel)
    {
        var bytes = (int)(Math.Min(frames, Math.Max(0, header.Frames - frame)) * header.BytesPerFrame);
        if (bytes == 0)
        {
            return default;
        }

        var read = await source.ReadAsync(header.DataOffset + (frame * header.BytesPerFrame), buffer.AsMemory(0, bytes), cancel).ConfigureAwait(false);
        return read == bytes ? buffer.AsMemory(0, bytes) : throw new EndOfStreamException($"The medium ended at byte {header.DataOffset + (frame * header.BytesPerFrame) + read}, before its length.");
    }

    private static List<PeakLevel> Coarsen(PeakLevel finest)
    {
        var levels = new List<PeakLevel> { finest };
        while (levels[^1].Peaks > PeakPyramid.OverviewPoints && levels[^1].SamplesPerPeak <= int.MaxValue / PeakPyramid.Step)
        {
            levels.Add(Coarser(levels[^1]));
        }

        return levels;
    }

    private static PeakLevel Coarser(PeakLevel fine)
    {
        var data = new short[2 * ((fine.Peaks + PeakPyramid.Step - 1) / PeakPyramid.Step)];
        for (var i = 0; i < data.Length; i += 2)
        {
            (data[i], data[i + 1]) = (short.MaxValue, short.MinValue);
        }

        for (var peak = 0; peak < fine.Peaks; peak++)
        {
            var at = 2 * (peak / PeakPyramid.Step);
            data[at] = Math.Min(data[at], fine.Data[2 * peak]);
            data[at + 1] = Math.Max(data[at + 1], fine.Data[(2 * peak) + 1]);
        }

        return new PeakLevel(fine.SamplesPerPeak * PeakPyramid.Step, data);
    }
}
