namespace LambdaHooks.Media;

/// <summary>How much each channel counts for loudness.</summary>
/// <remarks>
/// Source: ITU-R BS.1770-4, annex 1, table 3: 1.41 for surrounds, nothing for low-frequency effects, 1 for all others. Which is which
/// follows the order of speakers in WAV files. Both pairs of surrounds of 7.1 count as such, which is how ffmpeg weighs them too.
/// </remarks>
internal static class LoudnessChannels
{
    private const double Surround = 1.41;

    /// <summary>A weight a channel.</summary>
    public static double[] WeightsOf(int channels) => channels switch
    {
        4 => [1, 1, Surround, Surround],
        5 => [1, 1, 1, Surround, Surround],
        6 => [1, 1, 1, 0, Surround, Surround],
        8 => [1, 1, 1, 0, Surround, Surround, Surround, Surround],
        _ => [.. Enumerable.Repeat(1.0, channels)],
    };
}
