using System.Globalization;
using System.Text;

namespace LambdaHooks.Ffmpeg;

/// <summary>Reads a program's log to its end and keeps the few facts in it that matter; never the log.</summary>
internal sealed class RunLog
{
    private const int MostLineBytes = 512;

    /// <summary>The banner comes first, unless the system's loader has something to say.</summary>
    private const int MostLinesBeforeBanner = 20;

    private readonly TaskCompletionSource<string?> version = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource began = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int lines;
    private int rank = int.MaxValue;

    /// <summary>The version in the banner; null where there is no banner.</summary>
    public Task<string?> VersionAsync => version.Task;

    /// <summary>Whether it was told that there is no audio track.</summary>
    public bool HasNoAudio { get; private set; }

    /// <summary>Whether an option was not known, as in programs that are too old.</summary>
    public bool UnknownOption { get; private set; }

    /// <summary>Whether memory ran out.</summary>
    public bool OutOfMemory { get; private set; }

    /// <summary>Whether the system told it that its processor time is used up (signal 24, SIGXCPU).</summary>
    public bool OutOfCpu { get; private set; }

    /// <summary>Ends when the program has said all it says before it decodes, or the log has ended.</summary>
    public Task BeganAsync => began.Task;

    /// <summary>Complaints since then.</summary>
    public int Damages { get; private set; }

    /// <summary>Length that the container states, in seconds; null where it states none.</summary>
    public double? StatedSeconds { get; private set; }

    /// <summary>When the container's first packet is due, in seconds; below 0 where it only prepares the decoder.</summary>
    public double StartSeconds { get; private set; }

    /// <summary>The most telling reason among the errors: field, a colon, what is wrong.</summary>
    public string Reason => Phrases.Reason(rank);

    /// <summary>Reads until the log ends.</summary>
    public async Task ReadAsync(Stream log)
    {
        var (buffer, line) = (new byte[4096], new List<byte>(MostLineBytes));
        try
        {
            for (int read; (read = await log.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
            {
                Split(buffer.AsSpan(0, read), line);
            }
        }
        catch (IOException)
        {
            // It ended with the program.
        }

        Take(line);
        _ = version.TrySetResult(null);
        _ = began.TrySetResult();
    }

    private void Split(ReadOnlySpan<byte> bytes, List<byte> line)
    {
        foreach (var b in bytes)
        {
            if (b is (byte)'\n' or (byte)'\r')
            {
                Take(line);
            }
            else if (line.Count < MostLineBytes)
            {
                line.Add(b);
            }
        }
    }

    private void Take(List<byte> line)
    {
        if (line.Count > 0)
        {
            Take(LogLine.Of(Encoding.UTF8.GetString([.. line])));
            line.Clear();
        }
    }

    private void Take(LogLine line)
    {
        if (!version.Task.IsCompleted)
        {
            TakeBanner(line.Text);
        }

        if (line.IsError || line.Level.Length == 0)
        {
            TakeTrouble(line);
        }
        else if (line.Text.StartsWith("Output #0", StringComparison.Ordinal))
        {
            _ = began.TrySetResult();
        }
        else if (line.Text.StartsWith("  Duration: ", StringComparison.Ordinal))
        {
            TakeTimes(line.Text.Split(',', StringSplitOptions.TrimEntries));
        }
        else if (line.Text.Contains("received signal 24", StringComparison.Ordinal))
        {
            OutOfCpu = true;
        }
    }

    private void TakeBanner(string text)
    {
        lines++;
        if (FfmpegVersion.OfBanner(text) is { } found || (lines > MostLinesBeforeBanner && (found = null) is null))
        {
            _ = version.TrySetResult(found);
        }
    }

    /// <summary>Of a line such as <c>Duration: 00:00:20.01, start: -0.007000, bitrate: N/A</c>.</summary>
    private void TakeTimes(string[] parts)
    {
        StatedSeconds ??= TimeSpan.TryParse(parts[0].AsSpan("Duration: ".Length), CultureInfo.InvariantCulture, out var stated) ? stated.TotalSeconds : null;
        foreach (var part in parts.Where(p => p.StartsWith("start: ", StringComparison.Ordinal)))
        {
            StartSeconds = double.TryParse(part.AsSpan("start: ".Length), CultureInfo.InvariantCulture, out var start) ? start : 0;
        }
    }

    private void TakeTrouble(LogLine line)
    {
        OutOfMemory |= line.Text.Contains("Cannot allocate memory", StringComparison.Ordinal) || line.Text.Contains("failed to map segment", StringComparison.Ordinal);
        UnknownOption |= line.Text.StartsWith("Invalid loglevel", StringComparison.Ordinal) || line.Text.StartsWith("Unrecognized option", StringComparison.Ordinal);
        if (!line.IsError)
        {
            return;
        }

        HasNoAudio |= line.Text.StartsWith("Stream map", StringComparison.Ordinal) && line.Text.Contains("matches no streams", StringComparison.Ordinal);
        Damages += began.Task.IsCompleted ? 1 : 0;
        rank = Math.Min(rank, Phrases.RankOf(line.Text));
    }
}
