namespace LambdaHooks.Media;

/// <summary>A WAV file as it comes, frame after frame.</summary>
internal sealed class WavStream
{
    private const int BlockBytes = 512 * 1024;

    private readonly ForwardSource source;
    private readonly ReadOnlyMemory<byte> ahead;

    private WavStream(ForwardSource source, WavHeader.Readable header, ReadOnlyMemory<byte> ahead) => (this.source, Header, this.ahead, Notice) = (source, header, ahead, header.Notice);

    /// <summary>What the header says; its frames may be more than will come.</summary>
    public WavHeader.Readable Header { get; }

    /// <summary>What was odd about the file and how it was read, or null; complete once it was read.</summary>
    public string? Notice { get; private set; }

    /// <summary>Who hears the frames; null for nobody.</summary>
    public IFrameListener? Listener { get; init; }

    /// <summary>Reads the header.</summary>
    /// <param name="wav">The file from its start.</param>
    /// <param name="listener">Who hears the frames.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>The sound, or why there is none.</returns>
    public static async Task<(WavStream? Sound, WavHeader Header)> OpenAsync(Stream wav, IFrameListener? listener, CancellationToken cancel)
    {
        var source = new ForwardSource(wav);
        var (header, ahead) = await WavReader.OpenAsync(source, cancel).ConfigureAwait(false);
        return (header is WavHeader.Readable readable ? new WavStream(source, readable, ahead) { Listener = listener } : null, header);
    }

    /// <summary>Hands frames on until they end.</summary>
    /// <param name="rows">Which rows to make.</param>
    /// <param name="consumer">Who takes them.</param>
    /// <param name="first">First frame.</param>
    /// <param name="end">Frame after the last, or more than there are.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>How many frames came.</returns>
    public async Task<long> ReadAsync(SoundRows rows, IRowConsumer consumer, long first, long end, CancellationToken cancel)
    {
        Listener?.Begin(Header.SampleRate, Header.Channels);
        var block = new SampleBlock(Header.Format, rows);
        var framesPerBlock = Math.Max(1, BlockBytes / Header.BytesPerFrame);
        var buffer = new byte[framesPerBlock * Header.BytesPerFrame];
        var frame = first;
        consumer.Begin(first);
        for (var wanted = Wanted(); wanted > 0; wanted = Wanted())
        {
            var read = await FillAsync(frame * Header.BytesPerFrame, buffer.AsMemory(0, wanted), cancel).ConfigureAwait(false);
            var whole = read / Header.BytesPerFrame;
            block.Feed(buffer.AsSpan(0, whole * Header.BytesPerFrame), consumer, Listener);
            frame += whole;
            if (read < wanted)
            {
                Notice = WavNotice.Join(Notice, Header.FramesKnown ? $"the data chunk claims {Header.Frames} frames, {frame} are there; those are used" : null);
                break;
            }
        }

        consumer.End();
        return frame - first;

        int Wanted() => (int)(Math.Clamp(Math.Min(end, Header.Frames) - frame, 0, framesPerBlock) * Header.BytesPerFrame);
    }

    /// <summary>Samples from an offset of theirs on; the first of them were read along with the header.</summary>
    private async Task<int> FillAsync(long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        var known = (int)Math.Clamp(ahead.Length - offset, 0, buffer.Length);
        if (known > 0)
        {
            ahead.Slice((int)offset, known).CopyTo(buffer);
        }

        return known == buffer.Length ? known : known + await source.ReadAsync(Header.DataOffset + offset + known, buffer[known..], cancel).ConfigureAwait(false);
    }
}
