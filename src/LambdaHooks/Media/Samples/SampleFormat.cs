namespace LambdaHooks.Media;

/// <summary>How one sample of one channel is stored, little-endian.</summary>
public enum SampleFormat
{
    /// <summary>8-bit unsigned, silence at 128.</summary>
    Pcm8,

    /// <summary>16-bit signed.</summary>
    Pcm16,

    /// <summary>24-bit signed.</summary>
    Pcm24,

    /// <summary>32-bit signed.</summary>
    Pcm32,

    /// <summary>32-bit IEEE float, full scale ±1.</summary>
    Ieee32,

    /// <summary>64-bit IEEE float, full scale ±1.</summary>
    Ieee64,

    /// <summary>8-bit A-law (ITU-T G.711).</summary>
    ALaw,

    /// <summary>8-bit µ-law (ITU-T G.711).</summary>
    MuLaw,
}

/// <summary>What follows from a sample's format.</summary>
public static class SampleFormats
{
    /// <summary>Bytes of one sample of one channel: 1 to 8.</summary>
    /// <param name="format">How it is stored.</param>
    public static int Bytes(this SampleFormat format) => format switch
    {
        SampleFormat.Pcm8 or SampleFormat.ALaw or SampleFormat.MuLaw => 1,
        SampleFormat.Pcm16 => 2,
        SampleFormat.Pcm24 => 3,
        SampleFormat.Pcm32 or SampleFormat.Ieee32 => 4,
        _ => 8,
    };
}
