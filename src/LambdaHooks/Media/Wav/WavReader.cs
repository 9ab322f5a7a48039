namespace LambdaHooks.Media;

/// <summary>
/// Reads the header of a WAV file, chunk by chunk, wherever <c>fmt </c> and <c>data</c> lie: RIFF, RF64 and BW64 beyond 4 GB, and
/// Sony Wave64.
/// </summary>
/// <remarks>
/// Source: Microsoft and IBM, <i>Multimedia Programming Interface and Data Specifications 1.0</i> (1991), chapter 3; EBU Tech 3306;
/// ITU-R BS.2088-1; <i>Sony Wave64 format</i>. A data size of 0, of all ones (written by programs that could not seek) or beyond the end
/// of the file is read as "to the end of the file". A chunk that a writer forgot to fill up to its even length is told by the name of
/// the next.
/// </remarks>
public static class WavReader
{
    private const int HeadBytes = 40;

    /// <summary>
    /// Reads the header; costs one read of 64 KiB, and one more for each chunk that lies further off. At most 1,000 chunks are looked
    /// at, and no more once 64 reads were needed. Samples are not read but where they lie beside.
    /// </summary>
    /// <param name="source">The file. Where its length is not known it is read forward only, in blocks of 64 KiB.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<WavHeader> ReadHeaderAsync(IByteSource source, CancellationToken cancel) =>
        (await OpenAsync(source, cancel).ConfigureAwait(false)).Header;

    /// <summary>Reads the header, and keeps what was read beyond it.</summary>
    /// <param name="source">The file.</param>
    /// <param name="cancel">Ends the reading.</param>
    internal static async Task<WavOpening> OpenAsync(IByteSource source, CancellationToken cancel)
    {
        var window = new ByteWindow(source);
        var head = await window.ReadAsync(0, HeadBytes, cancel).ConfigureAwait(false);
        if (WalkOf(head.Span, window) is not { } walk)
        {
            return new(NoWav(head.Span), default);
        }

        await walk.RunAsync(cancel).ConfigureAwait(false);
        var header = Describe(walk, source.Length);
        return new(header, header is WavHeader.Readable readable ? window.Ahead(readable.DataOffset) : default);
    }

    private static ChunkWalk? WalkOf(ReadOnlySpan<byte> head, ByteWindow window)
    {
        var isWave = head.Length >= 12 && head[8..12].SequenceEqual("WAVE"u8);
        return isWave && head.StartsWith("RIFF"u8) ? new(window, new RiffLayout(), isLarge: false)
            : isWave && (head.StartsWith("RF64"u8) || head.StartsWith("BW64"u8)) ? new(window, new RiffLayout(), isLarge: true)
            : head.Length == HeadBytes && head.StartsWith(Wave64Layout.Riff) && head[24..].StartsWith(Wave64Layout.Wave) ? new(window, new Wave64Layout(), isLarge: false)
            : null;
    }

    private static WavHeader.Unreadable NoWav(ReadOnlySpan<byte> head) => head.StartsWith("RIFX"u8)
        ? new("RIFF", "the file is RIFX, whose numbers are big-endian") { MayDecode = true }
        : new("RIFF", "the file does not begin with the header of a RIFF, RF64, BW64 or Wave64 WAVE file") { IsEmpty = head.IsEmpty };

    private static WavHeader Describe(ChunkWalk walk, long length)
    {
        var header = walk.Fault ?? WavFormat.Read(walk.Format.GetValueOrDefault().Span);
        return header is WavHeader.Readable format ? Noticed(WavExtent.Of(format, walk.Data.GetValueOrDefault(), walk.MostPadding, length), walk.HasMoreData) : header;
    }

    private static WavHeader.Readable Noticed(WavHeader.Readable header, bool hasMoreData) =>
        hasMoreData ? header with { Notice = WavNotice.Join(header.Notice, "there is more than one data chunk; the first is used") } : header;
}
