using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media.Fuzzing;

/// <summary>The header of a WAV file and, where it can be read, the peaks of its samples.</summary>
internal static class WavTarget
{
    /// <summary>A header walk goes on to no further chunk after 64 reads, and a chunk takes at most three.</summary>
    private const int MostReads = 66;

    /// <summary>What a header may take, whatever the file is like: one block, and the names of a thousand chunks.</summary>
    private const long HeaderBytes = 512 * 1024;

    /// <summary>What a scan with one worker may take for its block, and for the portion of it that is being converted.</summary>
    private const long MostBlockBytes = 512 * 1024;

    /// <summary>Four bytes a peak, and a third of that again in coarser levels.</summary>
    private const long BytesPerPeak = 6;

    private const long Patience = 2 << 20;

    public static FuzzOutcome Run(FuzzCase one)
    {
        var source = one.Open();
        var header = Wait(WavReader.ReadHeaderAsync(source, CancellationToken.None));
        if (source.Reads > MostReads)
        {
            return new FuzzOutcome($"{source.Reads} reads for one header", HeaderBytes);
        }

        return header switch
        {
            WavHeader.Unreadable no => new FuzzOutcome(IsLine(no.Field) && IsLine(no.Reason) ? null : $"field or reason is no line: {no}", 2 * HeaderBytes),
            WavHeader.Readable readable => new FuzzOutcome(ComplaintOf(readable, one.Length) ?? Scan(one, source, readable), Allowed(readable)),
            _ => new FuzzOutcome($"{header}", 0),
        };
    }

    private static string? ComplaintOf(WavHeader.Readable header, long length) =>
        header.Channels < 1 || header.SampleRate < 1 || header.Frames < 0 || header.DataOffset < 0 ? $"out of range: {header}"
        : header.DataOffset + ((Int128)header.Frames * header.BytesPerFrame) > length ? $"more frames than are there: {header}"
        : header.Duration.Microseconds < 0 ? $"less than no time: {header}"
        : header.Notice is { } notice && !IsLine(notice) ? $"notice is no line: {notice}"
        : null;

    private static string? Scan(FuzzCase one, FuzzSource source, WavHeader.Readable header)
    {
        source.Patience = Patience;
        try
        {
            return ComplaintOf(Make(source, header), header);
        }
        catch (EndOfStreamException) when (one.Length > one.Bytes.Length && !one.Sparse)
        {
            return null;
        }
        catch (OperationCanceledException) when (one.Length > Patience)
        {
            return null;
        }
    }

    /// <summary>The one place that knows how peaks are made.</summary>
    private static PeakPyramid Make(FuzzSource source, WavHeader.Readable header) => Wait(PeakMaker.MakeAsync(source, header, ScanPlan.OneCore, null, null, CancellationToken.None));

    private static string? ComplaintOf(PeakPyramid made, WavHeader.Readable header) =>
        (made.SampleRate, made.Channels, made.Frames) != (header.SampleRate, header.Channels, header.Frames) ? $"not the header's facts: {made}"
        : made.Overview.Points != Math.Min(header.Frames, PeakPyramid.OverviewPoints) ? $"{made.Overview.Points} points of {header.Frames} frames"
        : !InOrder([.. made.Overview.Data.Select(v => (short)v)]) ? "a point whose minimum is above its maximum"
        : made.Levels.Select(l => ComplaintOf(l, header.Frames)).FirstOrDefault(c => c is not null);

    private static string? ComplaintOf(PeakLevel level, long frames) =>
        level.SamplesPerPeak < 1 || level.Peaks != (frames / level.SamplesPerPeak) + (frames % level.SamplesPerPeak == 0 ? 0 : 1) ? $"{level.Peaks} peaks of {level.SamplesPerPeak} for {frames} frames"
        : !InOrder(level.Data.ToArray()) ? $"a peak of {level.SamplesPerPeak} whose minimum is above its maximum"
        : null;

    private static bool InOrder(short[] pairs)
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i] > pairs[i + 1])
            {
                return false;
            }
        }

        return true;
    }

    private static long Allowed(WavHeader.Readable header)
    {
        var blocks = (long)Int128.Min(4 * (Int128)header.Frames * header.BytesPerFrame, MostBlockBytes);
        var peaks = Math.Min(header.Frames / Math.Max(1, header.SampleRate / 1000), PeakMaker.MostPeaks) + PeakPyramid.OverviewPoints;
        return 2 * (HeaderBytes + blocks + (BytesPerPeak * peaks));
    }

    private static bool IsLine(string text) => text.Length is > 0 and < 1000 && !text.Any(char.IsControl);

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
