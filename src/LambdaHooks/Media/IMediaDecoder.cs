namespace LambdaHooks.Media;

/// <summary>Turns media that are not WAV into WAV, by whatever can decode them.</summary>
public interface IMediaDecoder
{
    /// <summary>Facts of a video's picture and sound, without decoding it.</summary>
    /// <param name="source">The medium.</param>
    /// <param name="type">What it is.</param>
    /// <param name="cancel">Ends the work, and every process that does it.</param>
    /// <returns>Null where the medium has no picture, or nothing here can tell.</returns>
    /// <exception cref="DecodeException">The medium is not what it says it is, or took more than it may.</exception>
    Task<VideoFacts?> LookAsync(IByteSource source, MediaType type, CancellationToken cancel);

    /// <summary>Begins to decode the first audio track.</summary>
    /// <param name="source">The medium; read until the sound is disposed.</param>
    /// <param name="type">What it is.</param>
    /// <param name="cancel">Ends the work, and every process that does it.</param>
    /// <exception cref="DecodeException">There is no decoder, or it is too old.</exception>
    Task<IDecodedSound> DecodeAsync(IByteSource source, MediaType type, CancellationToken cancel);
}

/// <summary>Sound as it is decoded. Disposing it ends the decoder.</summary>
public interface IDecodedSound : IAsyncDisposable
{
    /// <summary>
    /// A WAV file of unknown length, 16-bit PCM at the track's own rate and channels, whose first frame is heard at the start of the
    /// medium. Empty where there is no audio track. Reading it may throw <see cref="DecodeException"/>.
    /// </summary>
    Stream Wav { get; }

    /// <summary>How it ended; asked after <see cref="Wav"/> was read to its end.</summary>
    /// <exception cref="DecodeException">Nothing could be decoded, or it took more than it may.</exception>
    Task<DecodeEnd> EndAsync();
}

/// <summary>How decoding ended.</summary>
/// <param name="HasAudio">False for a medium without an audio track, which is a fact and no error.</param>
/// <param name="Notice">What was odd and how it was read, such as a track that breaks off; null where nothing was.</param>
public sealed record DecodeEnd(bool HasAudio, string? Notice);

/// <summary>Facts of a video's picture.</summary>
/// <param name="Width">Pixels across, as shown (after rotation and with square pixels).</param>
/// <param name="Height">Pixels down, as shown.</param>
/// <param name="FrameRate">Frames a second, exact: the average where the rate varies. Null where it is not known.</param>
/// <param name="VariableFrameRate">True where the distance between frames varies.</param>
/// <param name="DurationSeconds">Length of the medium in seconds, at most six decimals; null where it is not known.</param>
/// <param name="HasAudio">Whether there is an audio track.</param>
public sealed record VideoFacts(int Width, int Height, FrameRate? FrameRate, bool VariableFrameRate, decimal? DurationSeconds, bool HasAudio);

/// <summary>Frames a second as a fraction in lowest terms, such as 30000/1001.</summary>
/// <param name="Numerator">1 or more.</param>
/// <param name="Denominator">1 or more.</param>
public readonly record struct FrameRate(int Numerator, int Denominator)
{
    /// <summary><c>30000/1001</c>, or <c>25</c> where the denominator is 1.</summary>
    public override string ToString() => Denominator == 1 ? $"{Numerator}" : $"{Numerator}/{Denominator}";
}

/// <summary>A medium cannot be decoded. The message begins with a fixed code and names the field at fault.</summary>
/// <param name="message">Code, a colon, field and what is wrong with it.</param>
/// <param name="inner">What caused it.</param>
public sealed class DecodeException(string message, Exception? inner = null) : Exception(message, inner);
