using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>How a program gets a medium's bytes.</summary>
internal abstract class MediaInput : IAsyncDisposable
{
    /// <summary>What the program opens.</summary>
    public abstract string Url { get; }

    /// <summary>Protocols it may use to do so, and no other.</summary>
    public abstract string Protocols { get; }

    /// <summary>The cheapest way a medium allows: its own file, else a pipe, else a bridge that can be sought in.</summary>
    public static async Task<MediaInput> OpenAsync(IByteSource source, Demuxer demuxer, FfmpegSettings settings, CancellationToken cancel) =>
        source is ILocalFile { Path: { } path } ? new LocalInput(path)
        : demuxer.MayNeedSeeking && !await BoxWalk.TablesComeFirstAsync(source, cancel).ConfigureAwait(false) ? new BridgedInput(source, settings.BridgeBytes)
        : new PipedInput(source);

    /// <summary>Gives the bytes; ends when all are given, when nobody wants more, or when <paramref name="end"/> says so.</summary>
    /// <param name="input">The program's standard input, closed by this.</param>
    /// <param name="end">Ends the giving.</param>
    /// <exception cref="Exception">What the source threw.</exception>
    public abstract Task ServeAsync(Stream input, CancellationToken end);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
