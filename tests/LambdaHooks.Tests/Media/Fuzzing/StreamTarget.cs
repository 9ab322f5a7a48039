using LambdaHooks.Media;

namespace LambdaHooks.Tests.Media.Fuzzing;

/// <summary>A WAV file as it comes out of a pipe: refused by name, or scanned to the same peaks as a file that can be read anywhere.</summary>
internal static class StreamTarget
{
    /// <summary>The header's block, a block to skip with, the block of samples and its portions.</summary>
    private const long MostBlockBytes = 1 << 20;

    /// <summary>What a row begins with.</summary>
    private const long BytesPerRow = 64 * 1024;

    /// <summary>Of one scan: two bytes a value, growing to them, and those of all rows together; and a list of them here.</summary>
    private const long BytesPerValue = 24;

    private static readonly PeakScale[] Scales =
    [
        new PeakScale.SamplesPerPeak(1), new PeakScale.SamplesPerPeak(2), new PeakScale.SamplesPerPeak(256), new PeakScale.SamplesPerPeak(int.MaxValue),
        new PeakScale.PerSecond(100), new PeakScale.PerSecond(8000), new PeakScale.Points(1), new PeakScale.Points(100),
    ];

    public static FuzzOutcome Run(FuzzCase one)
    {
        var options = new PeakOptions(Scales[one.Seed % Scales.Length]) { Channels = one.Seed % 3 == 0 ? ChannelChoice.Split : ChannelChoice.Mix };
        var made = new FuzzPeaks();
        try
        {
            using var pipe = new FuzzPipe(one);
            var header = Wait(PeakScan.StreamAsync(pipe, options, made, null, CancellationToken.None));
            return header is WavHeader.Readable readable
                ? new FuzzOutcome(made.Complaint ?? ComplaintOf(one, readable, options, made), Allowed(made))
                : new FuzzOutcome(made.Head is null ? null : $"peaks, and yet {header}", 2 * MostBlockBytes);
        }
        catch (PeakOptionsException e)
        {
            return new FuzzOutcome(e.Message.Contains(": ", StringComparison.Ordinal) ? null : $"no option in '{e.Message}'", 2 * MostBlockBytes);
        }
    }

    private static string? ComplaintOf(FuzzCase one, WavHeader.Readable header, PeakOptions options, FuzzPeaks made)
    {
        var source = (one with { Length = one.Bytes.Length }).Open();
        if (Wait(WavReader.ReadHeaderAsync(source, CancellationToken.None)) is not WavHeader.Readable same)
        {
            return $"read from a pipe alone: {header}";
        }

        var again = new FuzzPeaks();
        Wait(PeakScan.FileAsync(source, same, options, again, ScanPlan.OneCore, null, null, CancellationToken.None));
        return same.Frames != header.Frames ? $"{header.Frames} frames from a pipe, {same.Frames} from a file"
            : made.Head != again.Head ? $"{made.Head} from a pipe, {again.Head} from a file"
            : !made.Pairs.SequenceEqual(again.Pairs) ? "other peaks from a pipe than from a file"
            : null;
    }

    /// <summary>Of a pipe and of a file.</summary>
    private static long Allowed(FuzzPeaks made) => 2 * 2 * (MostBlockBytes + (BytesPerRow * made.Head!.Rows) + (BytesPerValue * made.Pairs.Count));

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Wait(Task task) => task.GetAwaiter().GetResult();
}
