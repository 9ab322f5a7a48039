using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>Sound as ffmpeg decodes it.</summary>
internal sealed class DecodedSound : IDecodedSound
{
    private readonly ProgramRun run;
    private readonly Verdict verdict;
    private readonly SoundStream wav;

    public DecodedSound(ProgramRun run, Verdict verdict, SoundTally tally, long mostBytes, bool isPadded)
    {
        this.run = run;
        this.verdict = verdict;
        wav = new SoundStream(run, tally, mostBytes, isPadded, EndAsync);
    }

    /// <inheritdoc/>
    public Stream Wav => wav;

    /// <summary>Id of the process that decodes.</summary>
    public int ProcessId => run.Id;

    /// <inheritdoc/>
    public async Task<DecodeEnd> EndAsync() => await verdict.OfAsync(await run.ExitAsync().ConfigureAwait(false)).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await run.DisposeAsync().ConfigureAwait(false);
        await wav.DisposeAsync().ConfigureAwait(false);
    }
}
