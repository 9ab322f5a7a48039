namespace LambdaHooks.Media;

/// <summary>Reads frames block by block, several blocks at a time, and hands them on.</summary>
/// <remarks>
/// Each worker reads its own block and scans it where it lies, so memory is workers × block and no byte is copied between threads. With
/// a listener, who must hear frames in order, a block waits for the one before it; reading still goes on side by side.
/// </remarks>
internal sealed class FrameScan
{
    private readonly IByteSource source;
    private readonly WavHeader.Readable header;
    private readonly long first;
    private readonly long end;
    private readonly long framesPerBlock;
    private readonly int workers;
    private readonly long blocks;
    private readonly BlockOrder order = new();
    private long taken = -1;
    private long finished;

    /// <param name="source">The file.</param>
    /// <param name="header">Its header.</param>
    /// <param name="first">First frame.</param>
    /// <param name="end">Frame after the last.</param>
    /// <param name="plan">How to read.</param>
    public FrameScan(IByteSource source, WavHeader.Readable header, long first, long end, ScanPlan plan)
    {
        (this.source, this.header, this.first, this.end) = (source, header, first, end);
        framesPerBlock = Math.Clamp(end - first, 1, Math.Max(1, plan.BlockBytes / header.BytesPerFrame));
        blocks = PeakPairs.Count(end - first, framesPerBlock);
        workers = (int)Math.Min(plan.Workers, blocks);
    }

    /// <summary>Hears how much is done, 0 to 1.</summary>
    public Action<double>? Progress { get; init; }

    /// <summary>Who hears the frames in order; null for nobody.</summary>
    public IFrameListener? Listener { get; init; }

    /// <summary>The first frame that may not have been handed on.</summary>
    public long DoneUntil => Math.Min(end, first + (order.Next * framesPerBlock));

    /// <summary>Reads it all.</summary>
    /// <param name="rows">Which rows to make.</param>
    /// <param name="consumerOfWorker">Makes what takes the rows of one worker.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="EndOfStreamException">The source ended before its own length.</exception>
    public async Task RunAsync(SoundRows rows, Func<IRowConsumer> consumerOfWorker, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var others = Enumerable.Range(1, Math.Max(0, workers - 1)).Select(_ => Task.Run(() => WorkAsync(rows, consumerOfWorker(), stop), CancellationToken.None)).ToArray();
        await Task.WhenAll([WorkAsync(rows, consumerOfWorker(), stop), .. others]).ConfigureAwait(false);
    }

    private async Task WorkAsync(SoundRows rows, IRowConsumer consumer, CancellationTokenSource stop)
    {
        try
        {
            var block = new SampleBlock(header.Format, rows);
            var buffer = new byte[framesPerBlock * header.BytesPerFrame];
            for (var turn = Interlocked.Increment(ref taken); turn < blocks; turn = Interlocked.Increment(ref taken))
            {
                await ScanAsync(turn, block, buffer, consumer, stop.Token).ConfigureAwait(false);
                order.Done(turn);
                Progress?.Invoke(Interlocked.Increment(ref finished) / (double)blocks);
            }
        }
        catch
        {
            // The others need not go on.
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task ScanAsync(long turn, SampleBlock block, byte[] buffer, IRowConsumer consumer, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var frame = first + (turn * framesPerBlock);
        var wanted = (int)(Math.Min(framesPerBlock, end - frame) * header.BytesPerFrame);
        var offset = header.DataOffset + (frame * header.BytesPerFrame);
        var read = await source.ReadAsync(offset, buffer.AsMemory(0, wanted), cancel).ConfigureAwait(false);
        if (read < wanted)
        {
            throw new EndOfStreamException($"The medium ended at byte {offset + read}, before its length.");
        }

        if (Listener is not null)
        {
            await order.WaitForAsync(turn, cancel).ConfigureAwait(false);
        }

        consumer.Begin(frame);
        block.Feed(buffer.AsSpan(0, wanted), consumer, Listener);
        consumer.End();
    }
}
