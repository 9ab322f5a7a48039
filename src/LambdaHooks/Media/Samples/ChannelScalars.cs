namespace LambdaHooks.Media;

/// <summary>The arithmetic of <see cref="Channels"/>, one frame at a time: what the vectors are measured against.</summary>
internal static class ChannelScalars
{
    /// <summary>Mixes as many frames as there is room for.</summary>
    public static void Mix(ReadOnlySpan<short> interleaved, int channels, Span<short> mono)
    {
        for (var i = 0; i < mono.Length; i++)
        {
            var sum = 0;
            foreach (var sample in interleaved.Slice(i * channels, channels))
            {
                sum += sample;
            }

            mono[i] = (short)(sum / channels);
        }
    }

    /// <summary>Picks from as many frames as there is room for.</summary>
    public static void Pick(ReadOnlySpan<short> interleaved, int channels, int channel, Span<short> one)
    {
        for (var i = 0; i < one.Length; i++)
        {
            one[i] = interleaved[(i * channels) + channel];
        }
    }
}
