using System.Globalization;
using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>Judges how decoding ended, by exit code, log, what was decoded and what the medium says of itself.</summary>
internal sealed class Verdict(RunLog log, SoundTally tally, IByteSource source, Demuxer demuxer, StatedLength length, FfmpegSettings settings, CancellationToken cancel)
{
    /// <summary>Lengths that containers state include what encoders add at both ends.</summary>
    private const double Tolerance = 0.25;

    /// <summary>A shell's way to tell of a signal: this and its number.</summary>
    private const int Signal = 128;

    private const int Killed = Signal + 9;

    /// <summary>The last signal there is an exit code for; above it, ffmpeg 7 and later end with the low byte of an error's number.</summary>
    private const int LastSignal = Signal + 31;

    /// <summary>ffmpeg was told to end, and did so in order.</summary>
    private const int Told = 255;

    /// <summary>True where a signal ended the program, or it was told to end.</summary>
    public static bool WasEnded(int exitCode) => exitCode is (>= Signal and <= LastSignal) or Told;

    /// <summary>How it ended.</summary>
    /// <exception cref="DecodeException">Nothing could be decoded, or it took more than it may.</exception>
    public async Task<DecodeEnd> OfAsync(int exitCode)
    {
        if (log.HasNoAudio && tally.Bytes == 0)
        {
            return new DecodeEnd(HasAudio: false, null);
        }

        var decoded = tally.Seconds();
        ThrowAtLimits(exitCode);
        return decoded <= 0 && (exitCode != 0 || log.Damages > 0)
            ? throw new DecodeException($"not-decodable: {log.Reason}")
            : new DecodeEnd(HasAudio: true, await NoticeAsync(decoded).ConfigureAwait(false));
    }

    private void ThrowAtLimits(int exitCode)
    {
        if (log.OutOfCpu)
        {
            throw new DecodeException($"decode-limit: cpu time: decoding took more than {settings.CpuSeconds} s");
        }

        if (log.OutOfMemory)
        {
            throw new DecodeException($"decode-limit: memory: decoding took more than {settings.MemoryBytes} bytes of address space");
        }

        if (WasEnded(exitCode))
        {
            throw new DecodeException(exitCode == Killed ? "decode-limit: cpu time or memory: the system ended the decoder" : "not-decodable: media data: the decoder crashed on it");
        }
    }

    private async Task<string?> NoticeAsync(double decoded)
    {
        var used = decoded.ToString("0.000", CultureInfo.InvariantCulture);
        return length.Seconds(log.StatedSeconds) is { } stated && stated > decoded + Tolerance
                ? $"the track breaks off at {used} s of {stated.ToString("0.000", CultureInfo.InvariantCulture)} s; what is there is used"
            : await OggEnd.IsMissingAsync(source, demuxer, cancel).ConfigureAwait(false) ? $"the track breaks off at {used} s; what is there is used"
            : log.Damages > 0 ? $"some of the track cannot be decoded ({log.Reason}); what can is used, {used} s"
            : null;
    }
}
