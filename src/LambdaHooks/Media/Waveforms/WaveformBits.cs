namespace LambdaHooks.Media;

/// <summary>How many bits of a peak's values are kept.</summary>
public enum WaveformBits
{
    /// <summary>-128 to 127: the 16-bit value divided by 256, cut toward zero.</summary>
    Eight = 8,

    /// <summary>-32,768 to 32,767.</summary>
    Sixteen = 16,
}
