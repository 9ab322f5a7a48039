namespace LambdaHooks.Media;

/// <summary>Stored samples to one 16-bit channel: <see cref="Int16Samples"/>, then <see cref="Channels.Mix"/>.</summary>
internal static class MonoMix
{
    private const int SamplesAtATime = 8192;

    /// <summary>Converts whole frames; returns how many samples were written.</summary>
    public static int Convert(ReadOnlySpan<byte> frames, WavHeader.Readable header, Span<short> mono)
    {
        var count = frames.Length / header.BytesPerFrame;
        var step = Math.Max(1, SamplesAtATime / header.Channels);
        Span<short> interleaved = stackalloc short[SamplesAtATime];
        for (var done = 0; done < count; done += step)
        {
            var part = Math.Min(step, count - done);
            var written = Int16Samples.Convert(frames.Slice(done * header.BytesPerFrame, part * header.BytesPerFrame), header.Format, interleaved);
            _ = Channels.Mix(interleaved[..written], header.Channels, mono[done..]);
        }

        return count;
    }
}
