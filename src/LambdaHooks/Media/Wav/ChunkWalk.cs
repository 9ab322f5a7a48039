namespace LambdaHooks.Media;

/// <summary>Goes from chunk to chunk until format and data are found; reads headers and the small bodies that matter.</summary>
/// <param name="window">The file.</param>
/// <param name="layout">How its chunks are laid out.</param>
/// <param name="isLarge">Whether it is RF64 or BW64, where <c>ds64</c> holds sizes.</param>
internal sealed class ChunkWalk(ByteWindow window, ChunkLayout layout, bool isLarge)
{
    private const int MostChunks = 1000;
    private const int MostChunksAfter = 8;

    /// <summary>Chunks that lie far apart cost a read each, and over a network a request.</summary>
    private const int MostReads = 64;

    private const int FormatBytes = 40;

    private LargeSizes? sizes;
    private (string Name, long At) last;
    private string ending = "";

    /// <summary>The first format chunk, at most 40 bytes of it.</summary>
    public ReadOnlyMemory<byte>? Format { get; private set; }

    /// <summary>Where the samples of the first data chunk begin, and how many bytes are claimed; null bytes for "to the end".</summary>
    public (long Offset, long? Size)? Data { get; private set; }

    /// <summary>Whether there is a second data chunk.</summary>
    public bool HasMoreData { get; private set; }

    /// <summary>What made it impossible to go on before both were found.</summary>
    public WavHeader.Unreadable? Fault { get; private set; }

    /// <summary>The most bytes that fill up a chunk.</summary>
    public int MostPadding => layout.MostPadding;

    private bool IsComplete => Format is not null && Data is not null;

    /// <summary>Walks; afterwards there is a fault, or format and data.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        long? next = layout.First;
        var (chunks, after) = (0, 0);
        while (next is { } at && Fault is null && after < MostChunksAfter && !GivesUp(at, chunks))
        {
            chunks++;
            after += IsComplete ? 1 : 0;
            next = await StepAsync(at, cancel).ConfigureAwait(false);
        }

        if (!IsComplete)
        {
            Fault ??= Format is null ? new("fmt ", $"there is no format chunk{ending}") : new("data", $"there is no data chunk{ending}");
        }
    }

    /// <summary>After the last read, what it brought is still looked at.</summary>
    private bool GivesUp(long at, int chunks)
    {
        var mayLook = window.Reads < MostReads || (window.Reads == MostReads && window.Ahead(at).Length >= layout.HeaderBytes);
        var reason = chunks == MostChunks ? "" : !mayLook ? $", after {window.Reads} reads" : null;
        ending = reason is null ? "" : $" among the first {chunks} chunks; given up behind {last.Name} at byte {last.At}{reason}";
        return reason is not null;
    }

    private async ValueTask<long?> StepAsync(long at, CancellationToken cancel)
    {
        var header = await window.ReadAsync(at, layout.HeaderBytes, cancel).ConfigureAwait(false);
        if (header.Length < layout.HeaderBytes)
        {
            return null;
        }

        var (name, claimed, body) = (ChunkLayout.NameOf(header.Span), layout.SizeOf(header.Span), at + layout.HeaderBytes);
        last = (name, at);
        if (name == "data")
        {
            return await TakeDataAsync(body, claimed, cancel).ConfigureAwait(false);
        }

        claimed ??= isLarge ? sizes?.Take(name) : null;
        await TakeBodyAsync(name, body, claimed ?? 0, cancel).ConfigureAwait(false);
        return Fault is null ? await AfterAsync(name, body, claimed, cancel).ConfigureAwait(false) : null;
    }

    private async ValueTask TakeBodyAsync(string name, long body, ulong size, CancellationToken cancel)
    {
        if (name == "fmt " && Format is null)
        {
            Format = (await window.ReadAsync(body, (int)Math.Min(size, FormatBytes), cancel).ConfigureAwait(false)).ToArray();
        }
        else if (name == "ds64" && isLarge && sizes is null)
        {
            TakeSizes(await window.ReadAsync(body, (int)Math.Min(size, LargeSizes.MostBytes), cancel).ConfigureAwait(false));
        }
    }

    private void TakeSizes(ReadOnlyMemory<byte> body)
    {
        sizes = LargeSizes.Read(body.Span);
        Fault = sizes is null ? new("ds64", $"the chunk of sizes has {body.Length} bytes, at least 24 are needed")
            : sizes.Data > long.MaxValue ? TooLarge("ds64.dataSize", sizes.Data)
            : null;
    }

    private ValueTask<long?> TakeDataAsync(long body, ulong? claimed, CancellationToken cancel)
    {
        HasMoreData = Data is not null;
        if (!HasMoreData)
        {
            claimed = SizeOfData(claimed);
            Fault = Format is null && !window.KnowsLength ? new("data", "the samples come before their format, and this source is only read forward")
                : claimed > long.MaxValue ? TooLarge("data", claimed)
                : null;
            Data = Fault is null ? (body, (long?)claimed) : null;
        }

        // Nothing beyond the samples is looked at where going on means leaving them behind.
        return HasMoreData && IsComplete || !window.KnowsLength ? new(default(long?)) : AfterAsync("data", body, claimed, cancel);
    }

    /// <summary>0 stands for "to the end" too; yet before the format it may be meant, for then something follows.</summary>
    private ulong? SizeOfData(ulong? claimed) =>
        isLarge && claimed is null or 0 ? sizes?.Data
        : claimed is 0 && Format is not null ? null
        : claimed;

    private async ValueTask<long?> AfterAsync(string name, long body, ulong? claimed, CancellationToken cancel)
    {
        if (claimed is not { } size)
        {
            ending = $": {name} at byte {body - layout.HeaderBytes} does not say how long it is";
            return null;
        }

        if (size > (ulong)(long.MaxValue - body - layout.First))
        {
            Fault = IsComplete ? null : TooLarge(name, size);
            return null;
        }

        var (end, padding) = (body + (long)size, layout.Padding((long)size));
        var after = padding == 0 ? default : await window.ReadAsync(end, padding + layout.HeaderBytes, cancel).ConfigureAwait(false);
        return ChunkLayout.ForgotPadding(after.Span, padding) ? end : end + padding;
    }

    private static WavHeader.Unreadable TooLarge(string field, ulong? size) => new(field, $"{size} bytes are more than any file holds");
}
