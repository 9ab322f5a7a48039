using LambdaHooks.Timeline;

namespace LambdaHooks.Media;

/// <summary>What the header of a WAV file says: where its samples lie and how they are stored; or why it cannot be used.</summary>
public abstract record WavHeader
{
    private WavHeader()
    {
    }

    /// <summary>A header whose samples can be read.</summary>
    /// <param name="Format">How a sample is stored.</param>
    /// <param name="Channels">1 to 65,535.</param>
    /// <param name="SampleRate">Frames a second, 1 or more.</param>
    /// <param name="DataOffset">Byte offset of the first frame.</param>
    /// <param name="Frames">Whole frames that are really there.</param>
    /// <param name="Notice">What was odd and how it was read, or null.</param>
    public sealed record Readable(SampleFormat Format, int Channels, int SampleRate, long DataOffset, long Frames, string? Notice) : WavHeader
    {
        /// <summary>Bytes of one sample of one channel.</summary>
        public int BytesPerSample => Format.Bytes();

        /// <summary>Bytes of one frame: one sample of every channel.</summary>
        public int BytesPerFrame => BytesPerSample * Channels;

        /// <summary>Length of the sound.</summary>
        public MediaTime Duration => MediaTime.OfFrames(Frames, SampleRate);
    }

    /// <summary>A header that cannot be used.</summary>
    /// <param name="Field">The chunk or field at fault.</param>
    /// <param name="Reason">What is wrong with it.</param>
    public sealed record Unreadable(string Field, string Reason) : WavHeader
    {
        /// <summary>True where there was not a single byte.</summary>
        public bool IsEmpty { get; init; }

        /// <summary>Field and reason in one line.</summary>
        public override string ToString() => $"{Field}: {Reason}";
    }
}
