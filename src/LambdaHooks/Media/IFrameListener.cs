namespace LambdaHooks.Media;

/// <summary>Hears every frame of a medium, in order.</summary>
public interface IFrameListener
{
    /// <summary>Comes once, before the first frame.</summary>
    /// <param name="sampleRate">Frames a second, 1 or more.</param>
    /// <param name="channels">Channels, 1 or more.</param>
    void Begin(int sampleRate, int channels);

    /// <summary>The next whole frames.</summary>
    /// <param name="interleaved">16-bit samples, all channels of a frame side by side.</param>
    void Add(ReadOnlySpan<short> interleaved);
}
