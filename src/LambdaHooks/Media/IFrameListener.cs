namespace LambdaHooks.Media;

/// <summary>Hears every frame of a medium, in order, while it is scanned for something else.</summary>
public interface IFrameListener
{
    /// <summary>Comes once, before the first frame; once more begins another medium.</summary>
    /// <param name="sampleRate">Frames a second, 1 or more.</param>
    /// <param name="channels">Samples in a frame, 1 or more.</param>
    void Begin(int sampleRate, int channels);

    /// <summary>The next frames, valid during the call.</summary>
    /// <param name="interleaved">Whole frames of 16-bit samples: every channel's first sample, then every channel's second, and so on.</param>
    void Add(ReadOnlySpan<short> interleaved);
}
