using LambdaHooks.Media;

namespace LambdaHooks.Cli.Peaks;

/// <summary>Tells what a medium is.</summary>
/// <param name="request">What the command said about its media.</param>
internal sealed class MediumReader(PeakRequest request)
{
    /// <summary>Looks at a medium whose bytes can be read anywhere.</summary>
    /// <exception cref="MediumException">It is no medium, or its header cannot be used.</exception>
    public async Task<Medium> OfAsync(IByteSource source, string name, CancellationToken cancel)
    {
        if (request.Raw is { } raw)
        {
            return new Medium.Samples(source, raw.HeaderOf(source.Length));
        }

        var head = new byte[MediaType.SniffedBytes];
        var read = await source.ReadAsync(0, head, cancel).ConfigureAwait(false);
        return IsWaveform(name) ? new Medium.Peaks(source) : await OfAsync(source, TypeOf(head.AsSpan(0, read), name), cancel).ConfigureAwait(false);
    }

    /// <summary>Looks at what comes through a pipe: a WAV file, or raw samples, is scanned as it comes.</summary>
    /// <param name="pipe">From its start.</param>
    /// <param name="keep">Keeps everything that comes where it can be read anywhere, for what cannot be used otherwise.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="MediumException">It is no medium, or its header cannot be used.</exception>
    public async Task<Medium> OfPipeAsync(Stream pipe, Func<Stream, Task<IByteSource>> keep, CancellationToken cancel)
    {
        if (request.Raw is { } raw)
        {
            return new Medium.Flow(new HeadedStream(raw.WavStart(), pipe), IsRaw: true);
        }

        var head = new byte[MediaType.SniffedBytes];
        var read = await pipe.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel).ConfigureAwait(false);
        var whole = new HeadedStream(head.AsMemory(0, read), pipe);
        return !IsWaveform("") && TypeOf(head.AsSpan(0, read), "") == MediaType.Wav
            ? new Medium.Flow(whole, IsRaw: false)
            : await OfAsync(await keep(whole).ConfigureAwait(false), "", cancel).ConfigureAwait(false);
    }

    private static async Task<Medium> OfAsync(IByteSource source, MediaType type, CancellationToken cancel)
    {
        if (type != MediaType.Wav)
        {
            return new Medium.Coded(source, type);
        }

        var header = await WavReader.ReadHeaderAsync(source, cancel).ConfigureAwait(false);
        return header switch
        {
            WavHeader.Readable { Frames: 0, Notice: { } claim } => throw new MediumException($"data: there are no samples; {claim}"),
            WavHeader.Readable readable => new Medium.Samples(source, readable),
            WavHeader.Unreadable { MayDecode: true } => new Medium.Coded(source, type),
            _ => throw new MediumException($"{header}"),
        };
    }

    private bool IsWaveform(string name) =>
        request.InputFormat is "dat" or "json" || (request.InputFormat is null && Path.GetExtension(name).ToUpperInvariant() is ".DAT" or ".JSON");

    /// <summary>The bytes are believed first, then what the command said, then the name.</summary>
    private MediaType TypeOf(ReadOnlySpan<byte> head, string name) =>
        (request.InputFormat is { } format ? MediaType.Of(head, $"x.{format}") : MediaType.Of(head, name))
        ?? throw new MediumException("not-a-medium: neither its first bytes nor its name are those of a known audio or video format");
}
