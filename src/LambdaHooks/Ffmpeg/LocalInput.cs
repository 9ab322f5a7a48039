namespace LambdaHooks.Ffmpeg;

/// <summary>A file that the program opens itself. With the protocol before it, no name is an option or another protocol.</summary>
internal sealed class LocalInput(string path) : MediaInput
{
    /// <inheritdoc/>
    public override string Url { get; } = $"file:{Path.GetFullPath(path)}";

    /// <inheritdoc/>
    public override string Protocols => "file";

    /// <inheritdoc/>
    public override async Task ServeAsync(Stream input, CancellationToken end) => await input.DisposeAsync().ConfigureAwait(false);
}
