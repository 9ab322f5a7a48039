using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>What a run writes, counted. Its end is not reported before it is known to be a good one.</summary>
/// <param name="run">The program.</param>
/// <param name="tally">What has passed.</param>
/// <param name="mostBytes">What may pass.</param>
/// <param name="isPadded">Whether silence before the first sound is part of it.</param>
/// <param name="atEnd">Throws where the end is not a good one.</param>
internal sealed class SoundStream(ProgramRun run, SoundTally tally, long mostBytes, bool isPadded, Func<Task> atEnd) : ForwardStream
{
    private LeadCut? lead;
    private OutputThread? thread;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        run.ThrowIfFailed();
        if (buffer.Length == 0)
        {
            return 0;
        }

        for (int read; (read = await FillAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            Count(buffer.Span[..read]);
            lead ??= await LeadAsync().ConfigureAwait(false);
            if (lead.Apply(buffer.Span[..read]) is > 0 and var kept)
            {
                return kept;
            }
        }

        await atEnd().ConfigureAwait(false);
        return 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            thread?.Dispose();
            thread = null;
        }

        base.Dispose(disposing);
    }

    /// <summary>Whoever cancels ends the program, and with it the read: nothing writes into the buffer afterwards.</summary>
    private async Task<int> FillAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        thread ??= new OutputThread(run.Output, run.Room);
        using var stop = cancel.UnsafeRegister(_ => run.Fail(new OperationCanceledException(cancel)), null);
        return await thread.FillAsync(buffer).ConfigureAwait(false);
    }

    /// <summary>The log says when sound begins before the first of it comes, but may be read later.</summary>
    private async Task<LeadCut> LeadAsync()
    {
        await run.Log.BeganAsync.ConfigureAwait(false);
        return new LeadCut(isPadded ? Math.Max(0, -run.Log.StartSeconds) : 0, tally);
    }

    private void Count(ReadOnlySpan<byte> bytes)
    {
        tally.Add(bytes);
        if (tally.Bytes > mostBytes)
        {
            run.Fail(new DecodeException($"not-decodable: decoded length: more than {mostBytes} bytes of sound"));
        }

        run.ThrowIfFailed();
    }
}
