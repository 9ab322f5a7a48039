using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>
/// Decodes with the ffmpeg on this machine: one process a medium, within limits, that can open nothing but the medium it is given.
/// </summary>
/// <remarks>
/// The program reads the medium's own file where there is one, else a pipe; media whose tables lie behind their samples it reads through
/// a server on the loopback address. Delay and padding that encoders add are left out, as browsers do.
/// </remarks>
/// <param name="settings">Where ffmpeg is and how much it may take.</param>
public sealed class FfmpegDecoder(FfmpegSettings settings) : IMediaDecoder
{
    private FfmpegProgram? found;

    /// <inheritdoc/>
    public async Task<VideoFacts?> LookAsync(IByteSource source, MediaType type, CancellationToken cancel)
    {
        if (!type.IsVideo || Find().Ffprobe is not { } probe)
        {
            return null;
        }

        var demuxer = Demuxer.Of(type);
        var input = await MediaInput.OpenAsync(source, demuxer, settings, cancel).ConfigureAwait(false);
        var run = await ProgramRun.StartAsync(probe, Arguments.Probe(demuxer, input, settings), input, settings, cancel).ConfigureAwait(false);
        await using (run.ConfigureAwait(false))
        {
            return await VideoProbe.ReadAsync(run, probe, settings).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<IDecodedSound> DecodeAsync(IByteSource source, MediaType type, CancellationToken cancel)
    {
        var program = Find().Ffmpeg;
        var demuxer = Demuxer.Of(type);
        var head = demuxer.Name == "mp3" ? await Mp3Head.ReadAsync(source, cancel).ConfigureAwait(false) : null;
        var input = await MediaInput.OpenAsync(source, demuxer, settings, cancel).ConfigureAwait(false);
        var arguments = Arguments.Decode(demuxer, type, input, head?.CutAt(source.Length), settings);
        var run = await ProgramRun.StartAsync(program, arguments, input, settings, cancel).ConfigureAwait(false);
        try
        {
            await run.CheckVersionAsync(program).ConfigureAwait(false);
        }
        catch
        {
            await run.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        var tally = new SoundTally();
        var verdict = new Verdict(run.Log, tally, source, demuxer, new StatedLength(demuxer, type, head), settings, cancel);
        return new DecodedSound(run, verdict, tally, settings.DecodedBytes, isPadded: type.IsVideo);
    }

    /// <summary>What was found once is not searched for again; what was not may be installed meanwhile.</summary>
    private FfmpegProgram Find() => found ??= FfmpegProgram.Find(settings.Path, settings.SearchPath);
}
