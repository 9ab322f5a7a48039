namespace LambdaHooks.Ffmpeg;

/// <summary>Where ffmpeg is and how much it may take for one medium.</summary>
public sealed record FfmpegSettings
{
    /// <summary>Path of the program; null to search for it as <see cref="FfmpegProgram.Find(string, string)"/> says.</summary>
    public string? Path { get; init; }

    /// <summary>Folders to search last, as the variable PATH lists them; also what the program gets as its own PATH. Null for none.</summary>
    public string? SearchPath { get; init; }

    /// <summary>What the program gets as LD_LIBRARY_PATH, such as <c>/opt/lib</c> for one that lies in a Lambda layer. Null for nothing.</summary>
    public string? LibraryPath { get; init; }

    /// <summary>Time from start to end, waiting for whoever reads the sound included. 15 minutes: no Lambda invocation lasts longer.</summary>
    public TimeSpan WallTime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Processor time in whole seconds. 600: about three days of MP3, or 24 hours of the slowest codecs in use.</summary>
    public int CpuSeconds { get; init; } = 600;

    /// <summary>Address space in bytes. 2 GiB: ffmpeg and its libraries take below 0.5 GiB; the rest is for odd media.</summary>
    public long MemoryBytes { get; init; } = 2L << 30;

    /// <summary>Largest decoded sound in bytes. 24 hours of 16-bit stereo at 48 kHz: a recording is shorter, a decompression bomb is not.</summary>
    public long DecodedBytes { get; init; } = 24L * 3600 * 48000 * 4;

    /// <summary>
    /// Bytes read from a source for a program that seeks in it. 32 GiB: an object that was put in one piece has at most 5 GiB, and a
    /// medium in a sane order is read about once.
    /// </summary>
    public long BridgeBytes { get; init; } = 32L << 30;
}
