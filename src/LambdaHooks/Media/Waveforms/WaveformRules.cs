namespace LambdaHooks.Media;

/// <summary>What holds for the head of a waveform file of any kind.</summary>
internal static class WaveformRules
{
    /// <exception cref="InvalidDataException">A field has a value that nothing can have; the message names it as the files do.</exception>
    public static void Check(WaveformHead head)
    {
        Require(head.SampleRate > 0, $"sample_rate: {head.SampleRate} frames a second");
        Require(head.SamplesPerPixel > 0, $"samples_per_pixel: {head.SamplesPerPixel}");
        Require(head.Rows is > 0 and <= WaveformHead.MostRows, $"channels: {head.Rows} is not from 1 to {WaveformHead.MostRows}");
        Require(head.Length is >= 0 and <= uint.MaxValue, $"length: {head.Length} is not from 0 to {uint.MaxValue}");
    }

    public static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidDataException(otherwise);
        }
    }
}
