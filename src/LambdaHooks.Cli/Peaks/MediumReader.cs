using LambdaHooks.Media;

namespace LambdaHooks.Cli.Peaks;

/// <summary>Tells what a medium is.</summary>
/// <param name="request">What the command said about its media.</param>
internal sealed class MediumReader(PeakRequest request)
{
    /// <summary>As much as reading the header of a WAV file begins with.</summary>
    private const int PipeHeadBytes = 64 * 1024;

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

        var buffer = new byte[PipeHeadBytes];
        var head = buffer.AsMemory(0, await pipe.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel).ConfigureAwait(false));
        var whole = new HeadedStream(head, pipe);
        return !IsWaveform("") && await IsScannedAsync(head, cancel).ConfigureAwait(false)
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

    /// <summary>Whether it is a WAV file, and not one whose format takes a decoder, which reads it from its start again.</summary>
    private async Task<bool> IsScannedAsync(ReadOnlyMemory<byte> head, CancellationToken cancel) =>
        TypeOf(head.Span[..Math.Min(head.Length, MediaType.SniffedBytes)], "") == MediaType.Wav
        && await WavReader.ReadHeaderAsync(new HeadSource(head), cancel).ConfigureAwait(false) is not WavHeader.Unreadable { MayDecode: true };

    private bool IsWaveform(string name) =>
        request.InputFormat is "dat" or "json" || (request.InputFormat is null && Path.GetExtension(name).ToUpperInvariant() is ".DAT" or ".JSON");

    /// <summary>The bytes are believed first, then what the command said, then the name.</summary>
    private MediaType TypeOf(ReadOnlySpan<byte> head, string name) =>
        (request.InputFormat is { } format ? MediaType.Of(head, $"x.{format}") : MediaType.Of(head, name))
        ?? throw new MediumException("not-a-medium: neither its first bytes nor its name are those of a known audio or video format");
}
