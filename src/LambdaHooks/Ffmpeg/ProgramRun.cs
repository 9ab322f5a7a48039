using System.Diagnostics;
using System.Runtime.ExceptionServices;
using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>One run of ffmpeg or ffprobe within its limits. However it ends, nothing of it is left once it is disposed.</summary>
internal sealed class ProgramRun : IAsyncDisposable
{
    private readonly Process process;
    private readonly MediaInput input;
    private readonly CancellationTokenSource ending;
    private readonly CancellationTokenRegistration atEnd;
    private readonly CancellationTokenSource wall;
    private readonly Task<int> exit;
    private Exception? failure;
    private bool disposed;

    private ProgramRun(Process process, MediaInput input, FfmpegSettings settings, CancellationToken cancel)
    {
        this.process = process;
        this.input = input;
        ending = new CancellationTokenSource();
        exit = RunAsync();
        wall = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        wall.CancelAfter(settings.WallTime);
        atEnd = wall.Token.Register(() => Fail(cancel.IsCancellationRequested
            ? new OperationCanceledException(cancel)
            : new DecodeException($"decode-limit: wall time: decoding took more than {settings.WallTime.TotalSeconds} s")));
    }

    /// <summary>What the program writes.</summary>
    public Stream Output => process.StandardOutput.BaseStream;

    /// <summary>Bytes that the pipe of <see cref="Output"/> holds; 0 where that is not known.</summary>
    public int Room { get; private init; }

    /// <summary>What its log says.</summary>
    public RunLog Log { get; } = new();

    /// <summary>Id of the process.</summary>
    public int Id => process.Id;

    /// <summary>Starts a program and begins to feed it. From here on the input is the run's.</summary>
    /// <exception cref="DecodeException"><c>decoder-missing</c>: it does not start.</exception>
    public static async Task<ProgramRun> StartAsync(string program, IEnumerable<string> arguments, MediaInput input, FfmpegSettings settings, CancellationToken cancel)
    {
        try
        {
            cancel.ThrowIfCancellationRequested();
            var process = Process.Start(Confinement.Of(program, arguments, settings))!;
            return new ProgramRun(process, input, settings, cancel) { Room = PipeSize.Widen(process.StandardOutput.BaseStream) };
        }
        catch (Exception e)
        {
            await input.DisposeAsync().ConfigureAwait(false);
            if (e is System.ComponentModel.Win32Exception)
            {
                throw new DecodeException($"decoder-missing: {program} does not start", e);
            }

            throw;
        }
    }

    /// <summary>Waits for the banner.</summary>
    /// <exception cref="DecodeException"><c>decoder-too-old</c>, or <c>decoder-missing</c> where it is no ffmpeg or does not start.</exception>
    public async Task CheckVersionAsync(string program)
    {
        var version = await Log.VersionAsync.ConfigureAwait(false);
        ThrowIfFailed();
        if (version is null ? Log.UnknownOption : FfmpegVersion.IsTooOld(version))
        {
            throw new DecodeException($"decoder-too-old: {program} is ffmpeg {version ?? "of an unknown version"}; {FfmpegVersion.Oldest} or later is needed");
        }

        if (version is null)
        {
            throw new DecodeException(Log.OutOfMemory
                ? "decode-limit: memory: ffmpeg could not be loaded within the address space it may take"
                : $"decoder-missing: {program} does not start, or is no ffmpeg");
        }
    }

    /// <summary>Ends the run for a reason, which is what everyone who asks will get; the first reason counts.</summary>
    public void Fail(Exception reason)
    {
        _ = Interlocked.CompareExchange(ref failure, reason, null);
        Kill();
    }

    /// <summary>Throws the reason for which the run was ended, where it was.</summary>
    public void ThrowIfFailed()
    {
        if (failure is { } reason)
        {
            ExceptionDispatchInfo.Throw(reason);
        }
    }

    /// <summary>Waits until the program has ended, its log was read and its input is closed.</summary>
    /// <returns>Its exit code; 128 and the signal's number where a signal ended it.</returns>
    public async Task<int> ExitAsync()
    {
        var code = await exit.ConfigureAwait(false);
        ThrowIfFailed();
        return code;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        Fail(new ObjectDisposedException(nameof(ProgramRun)));
        _ = await exit.ConfigureAwait(false);
        await atEnd.DisposeAsync().ConfigureAwait(false);
        wall.Dispose();
        ending.Dispose();

        // A process leaves streams that were asked for to whoever asked.
        await process.StandardOutput.BaseStream.DisposeAsync().ConfigureAwait(false);
        await process.StandardError.BaseStream.DisposeAsync().ConfigureAwait(false);
        process.Dispose();
    }

    private async Task<int> RunAsync()
    {
        var log = Log.ReadAsync(process.StandardError.BaseStream);
        var serving = ServeAsync();
        await process.WaitForExitAsync().ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
        await serving.ConfigureAwait(false);
        await log.ConfigureAwait(false);
        await input.DisposeAsync().ConfigureAwait(false);
        return process.ExitCode;
    }

    private async Task ServeAsync()
    {
        try
        {
            // Not on the caller's thread: the first read of a source may be a long one.
            await Task.Run(() => input.ServeAsync(process.StandardInput.BaseStream, ending.Token), ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The program has ended and needs no more.
        }
        catch (Exception e)
        {
            Fail(e);
        }
    }

    private void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }
}
