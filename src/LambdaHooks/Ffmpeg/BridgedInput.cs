using LambdaHooks.Media;

namespace LambdaHooks.Ffmpeg;

/// <summary>A small web server of this machine's own, for media that have to be sought in. It lives as long as the program that reads from it.</summary>
internal sealed class BridgedInput : MediaInput
{
    private readonly BlockCache cache;
    private readonly RangeBridge bridge;

    public BridgedInput(IByteSource source, long mostBytes)
    {
        cache = new BlockCache(source, mostBytes);
        bridge = new RangeBridge(cache);
    }

    /// <inheritdoc/>
    public override string Url => bridge.Url;

    /// <inheritdoc/>
    public override string Protocols => "http,tcp";

    /// <inheritdoc/>
    public override async Task ServeAsync(Stream input, CancellationToken end)
    {
        await input.DisposeAsync().ConfigureAwait(false);
        await bridge.ServeAsync(end).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        bridge.Dispose();
        cache.Dispose();
        return base.DisposeAsync();
    }
}
