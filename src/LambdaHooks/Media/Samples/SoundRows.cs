namespace LambdaHooks.Media;

/// <summary>Rows of peaks from a medium's channels.</summary>
/// <param name="Channels">Channels of the medium.</param>
/// <param name="Picked">The channel of each row; null where all channels are mixed to one row.</param>
internal sealed record SoundRows(int Channels, IReadOnlyList<int>? Picked)
{
    /// <summary>Rows of a peak.</summary>
    public int Count => Picked?.Count ?? 1;

    /// <summary>The rows that a choice means for a medium.</summary>
    /// <exception cref="PeakOptionsException">The medium has no such channel.</exception>
    public static SoundRows Of(ChannelChoice choice, int channels) => choice switch
    {
        ChannelChoice.Every => new SoundRows(channels, [.. Enumerable.Range(0, channels)]),
        ChannelChoice.Only { Channels: { Count: > 0 } picked } => picked.FirstOrDefault(c => c < 0 || c >= channels, -1) is -1 && !picked.Contains(-1)
            ? new SoundRows(channels, picked)
            : throw new PeakOptionsException($"channels: {string.Join(',', picked)} were asked for, the medium has 0 to {channels - 1}"),
        ChannelChoice.Only => throw new PeakOptionsException("channels: none were asked for"),
        _ => new SoundRows(channels, null),
    };

    /// <summary>One row of whole frames; the frames themselves where there is only one channel.</summary>
    /// <param name="interleaved">Samples of all channels.</param>
    /// <param name="row">0 to <see cref="Count"/> - 1.</param>
    /// <param name="scratch">Room for a sample of each frame.</param>
    public ReadOnlySpan<short> Row(ReadOnlySpan<short> interleaved, int row, Span<short> scratch)
    {
        if (Channels == 1)
        {
            return interleaved;
        }

        var samples = scratch[..(interleaved.Length / Channels)];
        if (Picked is null)
        {
            _ = Media.Channels.Mix(interleaved, Channels, samples);
        }
        else
        {
            _ = Media.Channels.Pick(interleaved, Channels, Picked[row], samples);
        }

        return samples;
    }
}
