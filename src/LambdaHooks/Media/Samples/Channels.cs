namespace LambdaHooks.Media;

/// <summary>Interleaved 16-bit frames to one row of samples.</summary>
internal static class Channels
{
    /// <summary>The mean of every frame: channels are summed and divided, cut toward zero as audiowaveform does.</summary>
    /// <param name="interleaved">Frames; a last part of a frame is left alone.</param>
    /// <param name="channels">Samples in a frame: 1 to 65,535.</param>
    /// <param name="mono">Room for a sample a frame.</param>
    /// <returns>How many frames were mixed.</returns>
    /// <exception cref="ArgumentException">There is not room for all of them.</exception>
    public static int Mix(ReadOnlySpan<short> interleaved, int channels, Span<short> mono)
    {
        var frames = Room(interleaved.Length / channels, mono.Length);
        if (channels == 1)
        {
            interleaved.CopyTo(mono);
            return frames;
        }

        var done = ChannelVectors.Mix(interleaved, channels, mono[..frames]);
        ChannelScalars.Mix(interleaved[(done * channels)..], channels, mono[done..frames]);
        return frames;
    }

    /// <summary>One channel of every frame.</summary>
    /// <param name="interleaved">Frames; a last part of a frame is left alone.</param>
    /// <param name="channels">Samples in a frame: 1 or more.</param>
    /// <param name="channel">Which of them, from 0.</param>
    /// <param name="one">Room for a sample a frame.</param>
    /// <returns>How many frames were looked at.</returns>
    /// <exception cref="ArgumentException">There is not room for all of them, or no such channel.</exception>
    public static int Pick(ReadOnlySpan<short> interleaved, int channels, int channel, Span<short> one)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(channel);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(channel, channels);
        var frames = Room(interleaved.Length / channels, one.Length);
        if (channels == 1)
        {
            interleaved.CopyTo(one);
            return frames;
        }

        var done = ChannelVectors.Pick(interleaved, channels, channel, one[..frames]);
        ChannelScalars.Pick(interleaved[(done * channels)..], channels, channel, one[done..frames]);
        return frames;
    }

    private static int Room(int frames, int room) =>
        frames <= room ? frames : throw new ArgumentException($"{frames} frames do not fit into {room}.", nameof(room));
}
