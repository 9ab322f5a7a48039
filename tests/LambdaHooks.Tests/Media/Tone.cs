namespace LambdaHooks.Tests.Media;

/// <summary>Sines as 16-bit frames, one amplitude a channel.</summary>
internal static class Tone
{
    /// <summary>Silence, as a level.</summary>
    public const double None = double.NegativeInfinity;

    /// <summary>A sine of 1,000 Hz, in phase on all channels.</summary>
    /// <param name="seconds">How long.</param>
    /// <param name="sampleRate">Frames a second.</param>
    /// <param name="levels">Peak of each channel in decibels below full scale.</param>
    /// <param name="hertz">Another frequency.</param>
    public static short[] Of(double seconds, int sampleRate, double[] levels, double hertz = 1000)
    {
        double[] peaks = [.. levels.Select(l => 32_767 * Math.Pow(10, l / 20))];
        var frames = new short[(int)Math.Round(seconds * sampleRate) * levels.Length];
        for (var i = 0; i < frames.Length; i++)
        {
            var phase = 2 * Math.PI * hertz * (i / levels.Length) / sampleRate;
            frames[i] = (short)Math.Round(peaks[i % levels.Length] * Math.Sin(phase));
        }

        return frames;
    }
}
