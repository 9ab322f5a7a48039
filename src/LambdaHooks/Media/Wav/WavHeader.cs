using LambdaHooks.Timeline;

namespace LambdaHooks.Media;

/// <summary>What the header of a WAV file says: where its samples lie and how they are stored; or why it cannot be used.</summary>
public abstract record WavHeader
{
    /// <summary>The most channels that are read, as in libsndfile.</summary>
    public const int MostChannels = 1024;

    private WavHeader()
    {
    }

    /// <summary>A header whose samples can be read.</summary>
    /// <param name="Format">How a sample is stored.</param>
    /// <param name="Channels">1 to <see cref="MostChannels"/>.</param>
    /// <param name="SampleRate">Frames a second, 1 or more.</param>
    /// <param name="DataOffset">Byte offset of the first frame.</param>
    /// <param name="Frames">
    /// Whole frames that are really there; those that are claimed, where the source's length is not known. May be 0:
    /// <paramref name="Notice"/> then says what was claimed.
    /// </param>
    /// <param name="Notice">What was odd and how it was read, or null.</param>
    public sealed record Readable(SampleFormat Format, int Channels, int SampleRate, long DataOffset, long Frames, string? Notice) : WavHeader
    {
        /// <summary>
        /// False where neither the header nor the source tells how many frames there are: <see cref="Frames"/> is then
        /// <see cref="long.MaxValue"/> divided by <see cref="BytesPerFrame"/>, and only reading to the end will tell.
        /// </summary>
        public bool FramesKnown { get; init; } = true;

        /// <summary>Bytes of one sample of one channel.</summary>
        public int BytesPerSample => Format.Bytes();

        /// <summary>Bytes of one frame: one sample of every channel.</summary>
        public int BytesPerFrame => BytesPerSample * Channels;

        /// <summary>Length of the sound; means nothing where <see cref="FramesKnown"/> is false. More than a time can hold is cut.</summary>
        public MediaTime Duration => MediaTime.OfFrames(Math.Min(Frames, long.MaxValue / MediaTime.PerSecond), SampleRate);
    }

    /// <summary>A header that cannot be used.</summary>
    /// <param name="Field">The chunk or field at fault, such as <c>fmt .nChannels</c>.</param>
    /// <param name="Reason">What is wrong with it.</param>
    public sealed record Unreadable(string Field, string Reason) : WavHeader
    {
        /// <summary>True where nothing is wrong with the file but that its sound is stored in a way that is not read here, so that a decoder may read it.</summary>
        public bool MayDecode { get; init; }

        /// <summary>True where there was not a single byte.</summary>
        public bool IsEmpty { get; init; }

        /// <summary>Field and reason in one line.</summary>
        public override string ToString() => $"{Field}: {Reason}";
    }
}
