using LambdaHooks.Hooks;
using LambdaHooks.Media;

namespace LambdaHooks.Cli.Peaks;

/// <summary>What lies where peaks should go.</summary>
internal enum Kept
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>The very peaks, whole and not older than the medium.</summary>
    Same,

    /// <summary>Other peaks: of other settings, cut short, or older than the medium.</summary>
    Other,

    /// <summary>Something that is no peak file of this format.</summary>
    Foreign,
}

/// <summary>Tells whether peaks that are there are those that would be made.</summary>
/// <remarks>
/// By the head of the file, its length and its end. A head does not show a part of a medium, chosen channels or a changed height, so peaks that are asked
/// for with one of these are always made.
/// </remarks>
/// <param name="settings">Which peaks would be made.</param>
internal sealed class KeptPeaks(PeakSettings settings)
{
    private const int StartBytes = 1024;

    private static ReadOnlySpan<byte> JsonEnd => "]}\n"u8;

    /// <summary>Looks at a target.</summary>
    /// <param name="target">Where peaks should go.</param>
    /// <param name="store">The store, where it lies in one.</param>
    /// <param name="medium">Of what.</param>
    /// <param name="modified">When the medium was last written; null where nobody knows.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Kept> LookAsync(PeakTarget target, Func<IObjectStore> store, Medium medium, DateTime? modified, CancellationToken cancel)
    {
        switch (target)
        {
            case PeakTarget.Local { IsDevice: false, Path: var path }:
                if (!File.Exists(path))
                {
                    return Kept.Nothing;
                }

                using (var file = LocalFile.Open(path))
                {
                    var kept = await LookAsync(file, medium, cancel).ConfigureAwait(false);
                    return kept == Kept.Same && modified > file.Modified ? Kept.Other : kept;
                }

            case PeakTarget.Stored { Uri: var uri }:
                try
                {
                    return await LookAsync(await StoredMedium.OpenAsync(store(), uri, TimeProvider.System, cancel).ConfigureAwait(false), medium, cancel).ConfigureAwait(false);
                }
                catch (StoreException e) when (e.Fault == StoreFault.Missing)
                {
                    return Kept.Nothing;
                }

            default:
                return Kept.Nothing;
        }
    }

    private async Task<Kept> LookAsync(IByteSource file, Medium medium, CancellationToken cancel)
    {
        if (file.Length == 0)
        {
            return Kept.Other;
        }

        var buffer = new byte[StartBytes];
        var start = buffer.AsMemory(0, await file.ReadAsync(0, buffer, cancel).ConfigureAwait(false));
        var end = new byte[JsonEnd.Length];
        _ = await file.ReadAsync(Math.Max(0, file.Length - end.Length), end, cancel).ConfigureAwait(false);
        try
        {
            return IsSame(start.Span, end, file.Length, medium) ? Kept.Same : Kept.Other;
        }
        catch (InvalidDataException)
        {
            return Kept.Foreign;
        }
    }

    private bool IsSame(ReadOnlySpan<byte> start, ReadOnlySpan<byte> end, long length, Medium medium)
    {
        if (settings.Format == PeakFormat.Levels)
        {
            return KeptLevels.AreOf(start, length, medium);
        }

        var fileBytes = length;
        var head = settings.Format switch
        {
            PeakFormat.Dat => WaveformDatReader.ReadHead(start, out fileBytes),
            PeakFormat.Json => WaveformJsonReader.ReadHead(start),
            _ => WavesurferJsonReader.ReadHead(start),
        };
        var whole = settings.Format == PeakFormat.Dat ? fileBytes == length : end.SequenceEqual(JsonEnd);
        return whole && settings.ShowInHead && head.Bits == (settings.Bits ?? WaveformBits.Sixteen) && IsExpected(head, medium);
    }

    private bool IsExpected(WaveformHead head, Medium medium) => medium switch
    {
        Medium.Samples { Header: var header } => head.SampleRate == header.SampleRate && head.Rows == RowsOf(header.Channels) && IsScaled(head, header.Frames),

        // What its rate and length are, only decoding tells; one channel split is the same as its mix, but how many there are is not known either.
        Medium.Coded => (head.Rows == 1) == (settings.Options.Channels == ChannelChoice.Mix) && IsScaled(head, null),
        _ => false,
    };

    private int RowsOf(int channels) => settings.Options.Channels == ChannelChoice.Mix ? 1 : channels;

    private bool IsScaled(WaveformHead head, long? frames) => settings.Options.Scale switch
    {
        PeakScale.SamplesPerPeak { Frames: var each } => head.SamplesPerPixel == each && Covers(head, frames),
        PeakScale.PerSecond { Peaks: var peaks } => head.SamplesPerPixel == Math.Max(1, head.SampleRate / peaks) && Covers(head, frames),

        // As many peaks of a whole number of frames are another thing, unless the points fall on whole numbers too.
        PeakScale.Points { Peaks: var points } => frames is null ? head.Length == points
            : head.Length == Math.Min(points, frames.Value) && (frames % Math.Max(1, head.Length) == 0 || !Covers(head, frames)),
        _ => false,
    };

    private static bool Covers(WaveformHead head, long? frames) => frames is null || head.Length == ((frames + head.SamplesPerPixel - 1) / head.SamplesPerPixel);
}
